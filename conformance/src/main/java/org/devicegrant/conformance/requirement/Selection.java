package org.devicegrant.conformance.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which requirements a run is about: {@code --include}, {@code --exclude} and {@code --profile}.
 *
 * @param include ids, globs with {@code *} and {@code ?}, or groups; empty means everything
 * @param exclude the same, taken away afterwards
 * @param profile the selection to start from
 */
public record Selection(List<String> include, List<String> exclude, Profile profile) {
    public Selection {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Everything. */
    public static Selection everything() {
        return new Selection(List.of(), List.of(), Profile.ALL);
    }

    /**
     * The selected requirements, in the catalogue's order; none if the parts of the selection have nothing in common.
     *
     * @throws IllegalArgumentException if a pattern matches nothing in the catalogue; the message names the nearest id
     */
    public List<Requirement> from(Catalogue catalogue) {
        Predicate<Requirement> wanted = include.isEmpty() ? any -> true : matches(include, catalogue);
        Predicate<Requirement> unwanted = matches(exclude, catalogue);
        return catalogue.requirements().stream()
                .filter(requirement -> requirement.belongsTo(profile))
                .filter(wanted.and(unwanted.negate()))
                .toList();
    }

    private static Predicate<Requirement> matches(List<String> patterns, Catalogue catalogue) {
        Predicate<Requirement> matches = none -> false;
        for (String pattern : patterns) {
            Pattern glob = glob(pattern);
            Predicate<Requirement> one = requirement -> requirement.group().equals(pattern)
                    || glob.matcher(requirement.id()).matches();
            if (catalogue.requirements().stream().noneMatch(one)) {
                throw new IllegalArgumentException(unknown(pattern, catalogue));
            }
            matches = matches.or(one);
        }
        return matches;
    }

    private static Pattern glob(String pattern) {
        return Pattern.compile("\\Q" + pattern.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E");
    }

    private static String unknown(String pattern, Catalogue catalogue) {
        List<String> names = new ArrayList<>(catalogue.groups());
        catalogue.requirements().forEach(requirement -> names.add(requirement.id()));
        return "no requirement or group is called \"" + pattern + "\"; "
                + Nearest.to(pattern, names)
                        .map(name -> "did you mean " + name + "?")
                        .orElse("'device-grant list requirements' names them all");
    }
}

package org.devicegrant.conformance.assertion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.devicegrant.conformance.exchange.Answer;

/**
 * The same thing seen in several answers, so that a rule over a whole run says it once.
 *
 * @param what what was seen
 * @param answers where, at least one
 */
public record Sighting<T>(T what, List<Answer> answers) {
    private static final int NAMED = 3;

    public Sighting {
        answers = List.copyOf(answers);
    }

    /** Looks at every answer and groups those that show the same, in order of first sight. */
    public static <T> List<Sighting<T>> of(Collection<Answer> answers, Function<Answer, T> look) {
        Map<T, List<Answer>> groups = new LinkedHashMap<>();
        for (Answer answer : answers) {
            groups.computeIfAbsent(look.apply(answer), first -> new ArrayList<>())
                    .add(answer);
        }
        return groups.entrySet().stream()
                .map(group -> new Sighting<>(group.getKey(), group.getValue()))
                .toList();
    }

    /** What was asked, for people: {@code 12 answers (poll, refresh)}. */
    public String where() {
        List<String> purposes =
                answers.stream().map(a -> a.request().purpose()).distinct().toList();
        String named = purposes.stream().limit(NAMED).collect(Collectors.joining(", "));
        String count = answers.size() == 1 ? "one answer" : answers.size() + " answers";
        return count + " (" + named + (purposes.size() > NAMED ? " and others" : "") + ")";
    }
}

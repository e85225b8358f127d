package org.devicegrant.browser.walk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.devicegrant.browser.Credentials;
import org.devicegrant.browser.Errand;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Walk;
import org.devicegrant.browser.page.Knowledge;
import org.devicegrant.browser.page.Meaning;
import org.devicegrant.browser.page.Words;
import org.jspecify.annotations.Nullable;

/** Writes down every page on the way, with a picture, and without the code and the password. */
final class Diary {
    private static final int TEXT = 600;

    private final Surface surface;
    private final List<String> codes;
    private final String password;
    private final List<Walk.Step> steps = new ArrayList<>();
    private final Notes notes = new Notes();
    private Pictured pictured = new Pictured("", null);

    private record Pictured(String fingerprint, @Nullable String file) {}

    Diary(Surface surface, Errand errand, Knowledge knowledge) {
        this.surface = surface;
        this.codes = spellings(knowledge);
        this.password = secret(errand);
    }

    /** Notes what is about to be done on a page. */
    void note(Look look, String did) {
        note(look, look.kind(), did);
    }

    Walk closed(Look look, Ending ending) {
        note(look, ending.kind(), "");
        return walk(look, ending);
    }

    /** Closes it without a last page. */
    Walk closed(Ending ending) {
        return walk(null, ending);
    }

    private Walk walk(@Nullable Look last, Ending ending) {
        String file = surface.keep(troubles -> clean(notes.text(ending, steps, last, troubles)));
        return new Walk(ending.kind(), ending.understood(), clean(ending.reason()), steps, file);
    }

    private void note(Look look, PageKind kind, String did) {
        notes.saw(look);
        String text = clean(look.page().text()).replaceAll("\\s+", " ").strip();
        steps.add(new Walk.Step(
                kind,
                clean(look.page().address()),
                clean(look.page().title()),
                text.length() > TEXT ? text.substring(0, TEXT) + "…" : text,
                clean(did),
                picture(look, kind)));
    }

    /** A page that has not changed keeps its picture. */
    private @Nullable String picture(Look look, PageKind kind) {
        if (!pictured.fingerprint().equals(look.page().fingerprint())) {
            pictured = new Pictured(look.page().fingerprint(), surface.picture(kind));
        }
        return pictured.file();
    }

    private String clean(String text) {
        String clean = text;
        for (String code : codes) {
            clean = clean.replace(code, "[user code]");
        }
        return password.isEmpty() ? clean : clean.replace(password, "[password]");
    }

    /** The code as issued and bare; the longest first, so that no part of one is left standing. */
    private static List<String> spellings(Knowledge knowledge) {
        return knowledge.codes().stream()
                .flatMap(code -> Stream.of(code, Knowledge.bare(code), code.replaceAll("[^\\p{L}\\p{N}]", "")))
                .filter(code -> code.length() >= 4)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** A password that is the very word for a password is on every page anyway and gives nothing away. */
    private static String secret(Errand errand) {
        Credentials user = errand.user();
        boolean word = user != null && Words.standard().speaksOf(Meaning.PASSWORD, user.password());
        return user == null || word || user.password().length() < 4 ? "" : user.password();
    }
}

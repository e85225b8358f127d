package org.devicegrant.browser.walk;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.browser.Credentials;
import org.devicegrant.browser.Errand;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Walk;
import org.jspecify.annotations.Nullable;

/** Writes down every page on the way, with a picture, and without the code and the password. */
final class Diary {
    private static final int TEXT = 600;

    private final Surface surface;
    private final @Nullable String code;
    private final @Nullable Credentials user;
    private final List<Walk.Step> steps = new ArrayList<>();
    private Pictured pictured = new Pictured("", null);

    private record Pictured(String fingerprint, @Nullable String file) {}

    Diary(Surface surface, Errand errand) {
        this.surface = surface;
        this.code = errand.userCode();
        this.user = errand.user();
    }

    /** Notes what is about to be done on a page. */
    void note(Look look, String did) {
        note(look, look.kind(), did);
    }

    Walk closed(Look look, Ending ending) {
        note(look, ending.kind(), "");
        return closed(ending);
    }

    Walk closed(Ending ending) {
        return new Walk(ending.kind(), ending.understood(), clean(ending.reason()), steps);
    }

    private void note(Look look, PageKind kind, String did) {
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
        String clean = code == null || code.isEmpty() ? text : text.replace(code, "[user code]");
        clean = code == null ? clean : clean.replace(code.replaceAll("[^\\p{L}\\p{N}]", ""), "[user code]");
        return user == null || user.password().length() < 4 ? clean : clean.replace(user.password(), "[password]");
    }
}

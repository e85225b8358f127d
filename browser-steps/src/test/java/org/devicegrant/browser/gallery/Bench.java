package org.devicegrant.browser.gallery;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.devicegrant.browser.BrowserLauncher;
import org.devicegrant.browser.BrowserOptions;
import org.devicegrant.browser.Browsers;
import org.devicegrant.browser.Credentials;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.Errand;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Profile;
import org.devicegrant.browser.Tab;
import org.devicegrant.browser.Walk;

/**
 * Walks through the whole gallery and prints a table: what succeeded, how long it took, and why the rest did not.
 * Arguments: {@code chrome} or {@code htmlunit}, then names of exhibits (default: all). Run it from the module's test
 * class path with this class as main class.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        String kind = arguments.length > 0 ? arguments[0] : "auto";
        List<String> names = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        List<Exhibit> exhibits = Exhibit.all();
        BrowserOptions options = new BrowserOptions(
                BrowserOptions.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), null, true, 1, shots(), false, List.of());
        int good = 0;
        int all = 0;
        try (GalleryServer server = new GalleryServer(exhibits);
                Browsers browsers = BrowserLauncher.launch(options)) {
            System.out.println(browsers.description());
            for (Exhibit exhibit : exhibits) {
                boolean wanted = names.isEmpty() || names.contains(exhibit.name());
                if (wanted && (browsers.runsScripts() || exhibit.scriptless())) {
                    for (Decision decision : List.of(Decision.APPROVE, Decision.REFUSE)) {
                        all++;
                        good += row(server, browsers, exhibit, decision) ? 1 : 0;
                    }
                }
            }
        }
        System.out.printf(Locale.ROOT, "%d of %d (%.1f %%)%n", good, all, 100.0 * good / Math.max(1, all));
    }

    private static java.nio.file.Path shots() {
        String folder = System.getProperty("pictures");
        return folder == null ? null : java.nio.file.Path.of(folder);
    }

    private static boolean row(GalleryServer server, Browsers browsers, Exhibit exhibit, Decision decision) {
        long start = System.nanoTime();
        String code = server.issue();
        try (Profile profile = browsers.profile();
                Tab tab = profile.tab()) {
            tab.open(server.address(exhibit, code));
            Walk walk = tab.walk(errand(exhibit.usesCompleteAddress() ? null : code, decision));
            List<String> truth = server.truth(code).decisions();
            boolean approve = decision == Decision.APPROVE;
            boolean good = truth.equals(List.of(approve ? "approve" : "deny"))
                    && walk.ending() == (approve ? PageKind.SUCCESS : PageKind.REFUSED)
                    && walk.understood()
                    && server.truth(code).traps().isEmpty();
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %-8s %-5s %5d ms  %s%n",
                    exhibit,
                    decision,
                    good ? "ok" : "MISS",
                    (System.nanoTime() - start) / 1_000_000,
                    good
                            ? ""
                            : walk.ending() + " truth " + truth + " traps "
                                    + server.truth(code).traps() + " " + walk.reason());
            if (!good || Boolean.getBoolean("steps")) {
                walk.steps().forEach(s -> System.out.println("      " + s.kind() + " " + s.did()));
            }
            return good;
        }
    }

    static Errand errand(String code, Decision decision) {
        return new Errand(code, new Credentials(Visit.USER, Visit.PASSWORD), decision, Duration.ofSeconds(40));
    }
}

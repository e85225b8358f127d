package org.devicegrant.browser.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.devicegrant.browser.BrowserFailure;
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
import org.jspecify.annotations.Nullable;

/**
 * Approves and refuses on every page of the gallery in every browser, and prints a table: what succeeded, how long it took,
 * and why the rest did not. Arguments, in any order: browsers ({@code chrome}, {@code firefox}, {@code htmlunit}; all by
 * default) and names of exhibits (all by default). {@code -Dpictures=DIR} keeps pictures and notes.
 */
public final class Bench {
    private static final List<String> BROWSERS = List.of("chrome", "firefox", "htmlunit");

    private final List<Exhibit> exhibits;
    private final Map<String, Map<Exhibit, String>> cells = new LinkedHashMap<>();
    private final List<String> misses = new ArrayList<>();

    private Bench(List<Exhibit> exhibits) {
        this.exhibits = exhibits;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> given = Arrays.asList(arguments);
        List<Exhibit> wanted = Exhibit.all().stream()
                .filter(e -> BROWSERS.containsAll(given) || given.contains(e.name()))
                .toList();
        Bench bench = new Bench(wanted);
        try (GalleryServer server = new GalleryServer(wanted)) {
            for (String browser : BROWSERS) {
                if (given.contains(browser) || given.stream().noneMatch(BROWSERS::contains)) {
                    bench.walk(browser, server);
                }
            }
        }
        bench.print();
    }

    private void walk(String browser, GalleryServer server) {
        BrowserOptions.Kind kind = BrowserOptions.Kind.valueOf(browser.toUpperCase(Locale.ROOT));
        try (Browsers browsers =
                BrowserLauncher.launch(new BrowserOptions(kind, null, true, 1, pictures(), false, List.of()))) {
            // The first walk of all pays for what a browser prepares only once.
            visit(server, browsers, exhibits.get(0), Decision.APPROVE);
            Map<Exhibit, String> column = new LinkedHashMap<>();
            for (Exhibit exhibit : exhibits) {
                if (browsers.runsScripts() || exhibit.scriptless()) {
                    column.put(
                            exhibit,
                            visit(server, browsers, exhibit, Decision.APPROVE) + " / "
                                    + visit(server, browsers, exhibit, Decision.REFUSE));
                }
            }
            cells.put(browsers.description(), column);
        } catch (BrowserFailure e) {
            misses.add(browser + " was left out: " + e.getMessage());
        }
    }

    private static @Nullable Path pictures() {
        String folder = System.getProperty("pictures");
        return folder == null ? null : Path.of(folder);
    }

    /** Milliseconds, or that it was missed. */
    private String visit(GalleryServer server, Browsers browsers, Exhibit exhibit, Decision decision) {
        long start = System.nanoTime();
        String code = server.issue();
        try (Profile profile = browsers.profile();
                Tab tab = profile.tab()) {
            tab.open(server.address(exhibit, code));
            Walk walk = tab.walk(errand(exhibit.usesCompleteAddress() ? null : code, decision));
            long millis = (System.nanoTime() - start) / 1_000_000;
            if (isGood(walk, server.truth(code), decision)) {
                return Long.toString(millis);
            }
            misses.add(exhibit + ", " + decision + " in " + browsers.description() + ": ended on " + walk.ending()
                    + ", the server saw " + server.truth(code).decisions() + " and the traps "
                    + server.truth(code).traps() + "; " + walk.reason());
            walk.steps().forEach(step -> misses.add("    " + step.kind() + " " + step.did()));
            return "MISS";
        }
    }

    private static boolean isGood(Walk walk, Truth truth, Decision decision) {
        boolean approve = decision == Decision.APPROVE;
        return truth.decisions().equals(List.of(approve ? "approve" : "deny"))
                && walk.ending() == (approve ? PageKind.SUCCESS : PageKind.REFUSED)
                && walk.understood()
                && truth.traps().isEmpty();
    }

    private void print() {
        System.out.println(
                "Milliseconds to approve / to refuse, from opening the first page to understanding the last");
        System.out.println();
        System.out.println("| page | " + String.join(" | ", cells.keySet()) + " |");
        System.out.println("|---|" + "---:|".repeat(cells.size()));
        for (Exhibit exhibit : exhibits) {
            List<String> row = cells.values().stream()
                    .map(column -> column.getOrDefault(exhibit, "needs scripts"))
                    .toList();
            System.out.println("| " + exhibit + " | " + String.join(" | ", row) + " |");
        }
        List<String> sums = cells.values().stream().map(Bench::sum).toList();
        System.out.println("| **understood, median** | " + String.join(" | ", sums) + " |");
        misses.forEach(System.out::println);
    }

    private static String sum(Map<Exhibit, String> column) {
        List<String> all = column.values().stream()
                .flatMap(cell -> Arrays.stream(cell.split(" / ", -1)))
                .toList();
        List<Long> times = all.stream()
                .filter(cell -> !cell.equals("MISS"))
                .map(Long::valueOf)
                .sorted()
                .toList();
        String median = times.isEmpty() ? "" : ", " + times.get(times.size() / 2) + " ms";
        return "**" + times.size() + " of " + all.size() + median + "**";
    }

    static Errand errand(@Nullable String code, Decision decision) {
        return new Errand(code, new Credentials(Visit.USER, Visit.PASSWORD), decision, Duration.ofSeconds(120));
    }
}

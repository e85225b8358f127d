package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.conformance.embedded.Variant;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.TargetFile;
import org.devicegrant.conformance.user.Decider;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;

/**
 * Runs real checks over real HTTP against the embedded server: with a defect each check it names must turn to its gravest
 * verdict and say why; without one, and with every lawful variant, none may fail.
 */
public final class Proof {
    /** Short, so that expiry can be waited for; long enough for an approval on a busy machine. */
    public static final Duration LIFETIME = Duration.ofSeconds(20);

    private static final int LONGEST_STRETCH = 4;

    public static final Duration INTERVAL = Duration.ofSeconds(1);
    /** Judges the very lifetime that proofs shorten. */
    static final String LIFETIME_CHOICE = "8628-5.4-lifetime-reasonable";

    private static final Catalogue CATALOGUE = Catalogue.load();

    private Proof() {}

    /** A server as the proofs use it. */
    public static Behaviour behaviour() {
        Behaviour behaviour = new Behaviour();
        behaviour.codes().lifetime(LIFETIME);
        behaviour.polling().interval(INTERVAL);
        return behaviour;
    }

    /** Results of the named checks (ids, globs, groups; none means all) against a server. */
    public static Map<String, CheckResult> results(Behaviour behaviour, Collection<String> ids) {
        return run(behaviour, ids).report().results().stream()
                .filter(r -> r.verdict() != Verdict.SKIPPED || !r.message().startsWith("Not selected"))
                .collect(Collectors.toMap(
                        CheckResult::id, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
    }

    /** A whole run against a server. */
    public static ConformanceRun.Outcome run(Behaviour behaviour, Collection<String> ids) {
        return run(behaviour, ids, Clock.system());
    }

    /**
     * A whole run against a server with a clock of the test's own.
     *
     * @param settings keys of the target file that are overridden, as {@code key=value}
     */
    public static ConformanceRun.Outcome run(
            Behaviour behaviour, Collection<String> ids, Clock clock, String... settings) {
        return run(behaviour, ids, clock, RunListener.silent(), settings);
    }

    /** As {@link #run(Behaviour, Collection, Clock, String...)} with somebody who is told how it goes. */
    static ConformanceRun.Outcome run(
            Behaviour behaviour, Collection<String> ids, Clock clock, RunListener listener, String... settings) {
        return run(behaviour, RunOptions.defaults().including(List.copyOf(ids)), clock, listener, settings);
    }

    /** As {@link #run(Behaviour, Collection, Clock, String...)} with other options. */
    static ConformanceRun.Outcome run(
            Behaviour behaviour, RunOptions options, Clock clock, RunListener listener, String... settings) {
        Decider byHand = new DecisionsByHand();
        try (EmbeddedServer server = EmbeddedServer.start(behaviour);
                Station station =
                        Station.open(target(server, settings), options, clock, byHand, listener, exchange -> {})) {
            return new ConformanceRun(station, options).run();
        }
    }

    private static Target target(EmbeddedServer server, String... settings) {
        try {
            Path directory = Scratch.directory("proof");
            Path file = server.targetFile(directory);
            List<String> overridden = new ArrayList<>(
                    List.of("approval.browser=htmlunit", "timing.starts_per_second=200", "timing.late_expiry=35s"));
            overridden.addAll(List.of(settings));
            return TargetFile.read(file, Map.of(), overridden);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The defect is noticed by each check it names, gravely enough and in the right words. A machine may be too slow for
     * short codes; then the check says so, and is asked again with codes that live longer.
     */
    public static void kills(Defect defect) {
        Map<String, CheckResult> results = new HashMap<>();
        List<String> open = List.copyOf(defect.flaggedBy());
        for (int stretch = 1; stretch <= LONGEST_STRETCH && !open.isEmpty(); stretch *= 2) {
            Behaviour behaviour = behaviour();
            behaviour.codes().lifetime(LIFETIME.multipliedBy(stretch));
            defect.installInto(behaviour);
            results.putAll(results(behaviour, open));
            open = open.stream()
                    .filter(id -> results.get(id) != null && results.get(id).verdict() == Verdict.INCONCLUSIVE)
                    .toList();
        }
        assertNoticed(defect, results);
    }

    private static void assertNoticed(Defect defect, Map<String, CheckResult> results) {
        for (String id : defect.flaggedBy()) {
            CheckResult result = results.get(id);
            assertThat(result).as("%s runs", id).isNotNull();
            assertThat(result.verdict())
                    .as("%s by %s: %s", defect.name(), id, result.message())
                    .isEqualTo(deserved(defect, id));
            assertThat(result.message()).as("%s by %s", defect.name(), id).matches(glob(defect.message()));
        }
    }

    private static Verdict deserved(Defect defect, String id) {
        return defect.onlyWarned() ? Verdict.WARNING : CATALOGUE.get(id).worst();
    }

    /** Whether a check that a defect names has said about it what it should. */
    static boolean rightly(Defect defect, CheckResult result) {
        return result.verdict() == deserved(defect, result.id())
                && result.message().matches(glob(defect.message()));
    }

    /**
     * None of the named checks, asked without a user, fails on a server that conforms in its own way; harness faults
     * count as failures.
     */
    public static void spares(Variant variant, Collection<String> ids) {
        Behaviour behaviour = behaviour();
        variant.installInto(behaviour);
        assertNoneFails(variant.name(), run(behaviour, ids, Clock.system(), "approval.by=none"));
    }

    /** None of the named checks complains about the conforming server. */
    public static void passes(Collection<String> ids) {
        assertNobodyBlamed("the conforming server", run(behaviour(), ids));
    }

    /** Neither failures nor warnings, but for the lifetime that proofs shorten. */
    static void assertNobodyBlamed(String server, ConformanceRun.Outcome outcome) {
        assertNoneFails(server, outcome);
        List<String> warnings = outcome.report().results().stream()
                .filter(r -> r.verdict() == Verdict.WARNING && !r.id().equals(LIFETIME_CHOICE))
                .map(r -> r.id() + ": " + r.message())
                .toList();
        assertThat(warnings).as("warnings about %s", server).isEmpty();
    }

    private static void assertNoneFails(String server, ConformanceRun.Outcome outcome) {
        assertThat(outcome.faults()).as("faults of the harness with %s", server).isEmpty();
        List<String> failed = outcome.report().results().stream()
                .filter(r -> r.verdict() == Verdict.FAIL)
                .map(r -> r.id() + ": " + r.message())
                .toList();
        assertThat(failed).as("false alarms with %s", server).isEmpty();
    }

    private static String glob(String glob) {
        return "(?si)" + Pattern.quote(glob).replace("*", "\\E.*\\Q");
    }
}

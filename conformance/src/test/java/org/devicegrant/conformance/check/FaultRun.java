package org.devicegrant.conformance.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.conformance.embedded.client.Users;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.flow.Unusable;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.TargetFile;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;
import org.devicegrant.reports.model.Verdict;

/** One run of the checks against the conforming server over a bad network, and what is wrong with what came of it. */
final class FaultRun {
    private static final int USUAL = 12;
    private static final int WORST = 4;
    private static final int SPARED = 6;
    /** A run takes about two lifetimes; this is far beyond every wait that a check may make. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final long seed;
    private final Collection<String> checks;
    private final Map<String, DeviceGrant> issued = new ConcurrentHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final FaultTally tally = new FaultTally();
    private Duration took = Duration.ZERO;

    FaultRun(long seed, Collection<String> checks) {
        this.seed = seed;
        this.checks = checks;
    }

    /** Everything that is wrong; nothing if the harness has kept its head. */
    List<String> complaints() {
        Random random = new Random(seed);
        // Every fifth network is bad from the first request on, and every third is very bad.
        int oneIn = seed % 3 == 0 ? WORST : USUAL;
        try (FaultProxy proxy = new FaultProxy(random.nextLong(), oneIn, seed % 5 == 0 ? 0 : SPARED);
                EmbeddedServer server = EmbeddedServer.start(behind(proxy))) {
            proxy.openTo(server.listeningPort());
            run(server, proxy, random);
        }
        return List.copyOf(complaints);
    }

    FaultTally tally() {
        return tally;
    }

    /** What happened, in one line. */
    String summary() {
        return "seed " + seed + " in " + took.toSeconds() + " s: " + tally;
    }

    private Behaviour behind(FaultProxy proxy) {
        Behaviour behaviour = Proof.behaviour();
        behaviour.transport().announcedPort(proxy.port()).connectionsKept(false);
        behaviour.codes().onIssue(grant -> issued.put(grant.userCode(), grant));
        return behaviour;
    }

    private void run(EmbeddedServer server, FaultProxy proxy, Random random) {
        RunOptions options = RunOptions.defaults().including(List.copyOf(checks));
        SteppingClock stepping = new SteppingClock(random.nextLong());
        Clock clock = seed % 4 == 0 ? stepping : Clock.system();
        RunListener listener = new RunListener() {
            @Override
            public void started(List<String> selected) {
                stepping.begin();
            }
        };
        long began = System.nanoTime();
        try (Station station =
                Station.open(target(server), options, clock, decider(server), listener, exchange -> {})) {
            ConformanceRun.Outcome outcome = new ConformanceRun(station, options).run();
            judge(outcome, proxy);
            tally.judged(outcome);
        } catch (Unusable noServer) {
            tally.unusable();
        }
        tally.suffered(proxy.counts(), stepping.steps());
        took = Duration.ofNanos(System.nanoTime() - began);
        complain(took.compareTo(LONGEST) > 0, "it took " + took.toSeconds() + " s");
    }

    private void judge(ConformanceRun.Outcome outcome, FaultProxy proxy) {
        outcome.faults().forEach((check, fault) -> complain(true, "a fault of the harness in " + check + ": " + fault));
        for (CheckResult result : outcome.report().results()) {
            boolean blamed = result.verdict() == Verdict.FAIL || result.verdict() == Verdict.WARNING;
            complain(
                    blamed && !result.id().equals(Proof.LIFETIME_CHOICE),
                    result.verdict() + " of " + result.id() + ": " + result.message() + story(result, outcome));
        }
        List<Integer> numbers =
                outcome.exchanges().stream().map(ExchangeRecord::number).toList();
        for (int i = 0; i < numbers.size(); i++) {
            complain(
                    numbers.get(i) != i + 1 && numbers.indexOf(numbers.get(i)) == i,
                    "exchange " + (i + 1) + " is lost");
        }
        complain(
                numbers.size() < proxy.requests(),
                proxy.requests() + " requests were sent and " + numbers.size() + " recorded");
    }

    private static String story(CheckResult result, ConformanceRun.Outcome outcome) {
        StringBuilder story = new StringBuilder();
        for (ExchangeRecord exchange : outcome.exchanges()) {
            if (exchange.check().equals(result.id()) || result.exchanges().contains(exchange.number())) {
                story.append("\n    #%d %.0f-%.0f %s: %s %s"
                        .formatted(
                                exchange.number(),
                                exchange.sentMs(),
                                exchange.receivedMs(),
                                exchange.purpose(),
                                exchange.status(),
                                exchange.problem() == null
                                        ? exchange.responseBody()
                                                .lines()
                                                .findFirst()
                                                .orElse("")
                                        : exchange.problem()));
            }
        }
        return story.toString();
    }

    private void complain(boolean wrong, String complaint) {
        if (wrong) {
            complaints.add("seed " + seed + ": " + complaint);
        }
    }

    /** The user's side has no part in this: whoever is asked decides at once, inside the server. */
    private org.devicegrant.conformance.user.Decider decider(EmbeddedServer server) {
        return (device, user, decision) -> {
            DeviceGrant grant = issued.get(device.userCode());
            grant.decide(new org.devicegrant.conformance.embedded.grant.Verdict(
                    decision == Decision.APPROVE,
                    server.behaviour().users().named(Users.ALICE),
                    grant.scopes(),
                    Instant.now()));
        };
    }

    private Target target(EmbeddedServer server) {
        String nowhere = switch ((int) (seed % 4)) {
            case 1 -> "http://no-such-host.invalid/userinfo";
            case 2 -> "https://127.0.0.1:" + server.listeningPort() + "/userinfo";
            default -> server.issuer() + "/userinfo";
        };
        try {
            Path directory = Scratch.directory("faults");
            return TargetFile.read(
                    server.targetFile(directory),
                    Map.of(),
                    List.of(
                            "approval.by=manual",
                            "timing.starts_per_second=200",
                            "timing.late_expiry=15s",
                            "endpoints.userinfo=" + nowhere));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

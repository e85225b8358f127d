package org.devicegrant.load.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.approval.Sessions;
import org.devicegrant.load.objective.Objective;
import org.devicegrant.load.objective.Objectives;
import org.devicegrant.load.run.Connections;
import org.devicegrant.load.scenario.LoadOptions;
import org.devicegrant.load.scenario.LoadOptions.Limits;
import org.devicegrant.load.scenario.LoadOptions.Wave;
import org.devicegrant.load.scenario.ScenarioKind;
import org.devicegrant.load.scenario.Shard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code load} that say how much and how long. */
final class LoadSwitches {
    private static final LoadOptions DEFAULTS = LoadOptions.defaults();

    @Option(names = "--devices", paramLabel = "N", description = "How many devices (default: ${DEFAULT-VALUE}).")
    int devices = DEFAULTS.devices();

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = Times.class,
            description = "How long figures count (default: 60s).")
    Duration duration = DEFAULTS.duration();

    @Option(
            names = "--ramp",
            paramLabel = "TIME",
            converter = Times.class,
            description = "Time over which devices arrive (default: one interval, or longer for many devices).")
    @Nullable Duration ramp;

    @Option(
            names = "--pad",
            paramLabel = "TIME",
            converter = Times.class,
            description = "What a device waits beyond the interval (default: 100ms).")
    Duration pad = DEFAULTS.pad();

    @Option(
            names = "--connections",
            paramLabel = "HOW",
            converter = Choice.OfConnections.class,
            description = "shared: a pool of all devices; own: one kept open per device; closed: a new one for each"
                    + " request (default: shared).")
    Connections connections = DEFAULTS.connections();

    @Option(
            names = "--clients",
            paramLabel = "KEY",
            split = ",",
            description = "Which clients of the target file take part, in turn: public, other, confidential,"
                    + " private_key_jwt (default: public).")
    List<String> clients = new ArrayList<>();

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            converter = Times.class,
            description =
                    "How long the generator warms up against a server of its own (default: 12s; 0s for not at all).")
    Duration warmUp = DEFAULTS.warmUp();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the arrivals (default: ${DEFAULT-VALUE}).")
    long seed = DEFAULTS.seed();

    @Option(names = "--shard", paramLabel = "I/K", description = "Play only the devices of injector I of K, from 0/K.")
    String shard = "0/1";

    @Option(
            names = "--start-at",
            paramLabel = "INSTANT",
            description = "When to start, for several injectors, for example 2026-11-21T20:00:00Z.")
    @Nullable Instant startAt;

    @Option(
            names = "--objective",
            paramLabel = "NAME=LIMIT",
            split = ",",
            description = "What must be reached, for example p99=250ms or errors=0.1%%. Exit code 6 if it is not.")
    List<String> objectives = new ArrayList<>();

    @Option(
            names = "--max-rate",
            paramLabel = "N",
            description = "Refuse to plan more requests per second (default: ${DEFAULT-VALUE}).")
    double maxRate = DEFAULTS.limits().pollsPerSecond();

    @Option(
            names = "--max-duration",
            paramLabel = "TIME",
            converter = Times.class,
            description = "Refuse to run longer (default: 1h).")
    Duration maxDuration = DEFAULTS.limits().duration();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Device authorization requests per second, of issuance (default: ${DEFAULT-VALUE}).")
    double rate = DEFAULTS.wave().rate();

    @Option(
            names = "--share",
            paramLabel = "PERCENT",
            description = "Share of the devices that is approved, of approval-wave (default: ${DEFAULT-VALUE}).")
    double share = DEFAULTS.wave().share() * 100;

    @Option(
            names = "--window",
            paramLabel = "TIME",
            converter = Times.class,
            description = "Time over which they are approved (default: 10s).")
    Duration window = DEFAULTS.wave().window();

    @Option(
            names = "--sessions",
            paramLabel = "HOW",
            converter = Choice.OfSessions.class,
            description = "How the server's forms are filled in: own: each code in a browser session of its own, with a"
                    + " sign-in; kept: by users who stay signed in (default: own).")
    Sessions sessions = DEFAULTS.wave().sessions();

    @Option(
            names = "--codes",
            paramLabel = "N",
            description = "Pending codes at the end, of backlog (default: ${DEFAULT-VALUE}).")
    long codes = DEFAULTS.wave().codes();

    ScenarioKind scenario(String word) {
        try {
            return ScenarioKind.of(word);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    /** What is asked for; objectives of the target file hold unless an option names the same. */
    LoadOptions options(Target target, LoadOptions.Search search) {
        require(devices > 0, "--devices must be at least 1");
        require(!duration.isZero(), "--duration must be longer than nothing");
        require(rate > 0, "--rate must be more than 0");
        require(share > 0 && share <= 100, "--share must be more than 0 and at most 100");
        require(codes > 0, "--codes must be at least 1");
        try {
            List<Objective> given = objectives.stream().map(Objectives::parse).toList();
            return new LoadOptions(
                    devices,
                    duration,
                    ramp,
                    pad,
                    connections,
                    warmUp,
                    seed,
                    Shard.parse(shard),
                    startAt,
                    FileObjectives.of(target.objectives()).with(given),
                    new Limits(maxRate, maxDuration),
                    new Wave(rate, share / 100, window, sessions, codes),
                    search);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw wrong(otherwise);
        }
    }

    private static LoadRefused wrong(@Nullable String message) {
        return new LoadRefused(LoadRefused.WRONG_INPUT, String.valueOf(message));
    }
}

package org.devicegrant.conformance.check;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.exchange.Http;
import org.devicegrant.conformance.exchange.Transcript;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Pace;
import org.devicegrant.conformance.flow.Protocol;
import org.devicegrant.conformance.flow.Standstills;
import org.devicegrant.conformance.flow.Urgency;
import org.devicegrant.conformance.flow.Waiting;
import org.devicegrant.conformance.flow.Wire;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.conformance.user.Decider;
import org.devicegrant.conformance.user.Desk;
import org.devicegrant.conformance.user.Turn;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.reports.model.CheckResult;

/** What all checks of one run share. There is one per run and no static state, so that many runs can go on in one JVM. */
final class RunContext {
    private final Catalogue catalogue;
    private final Protocol protocol;
    private final Http http;
    private final Transcript transcript;
    private final Clock clock;
    private final Pace pace;
    private final Waiting waiting;
    private final Desk desk;
    private final Decider decider;
    private final RunListener listener;
    private final long start;
    private final Standstills standstills;
    private final Shared shared = new Shared();
    private final Map<String, CheckResult> results;
    private final Map<String, Throwable> faults;
    private final Set<String> postponed = ConcurrentHashMap.newKeySet();
    private final boolean postpones;

    /** @param postpones whether checks that met what may pass will be asked again, by {@link #again()} */
    RunContext(Station station, Protocol protocol, boolean postpones) {
        this.catalogue = station.catalogue();
        this.protocol = protocol;
        this.http = station.http();
        this.transcript = station.transcript();
        this.clock = station.clock();
        this.pace = station.pace();
        this.waiting = station.waiting();
        this.desk = station.desk();
        this.decider = station.decider();
        this.listener = station.listener();
        this.start = station.start();
        this.standstills = station.standstills();
        this.results = new ConcurrentHashMap<>();
        this.faults = new ConcurrentHashMap<>();
        this.postpones = postpones;
    }

    private RunContext(RunContext first) {
        this.catalogue = first.catalogue;
        this.protocol = first.protocol;
        this.http = first.http;
        this.transcript = first.transcript;
        this.clock = first.clock;
        this.pace = first.pace;
        this.waiting = first.waiting;
        this.desk = first.desk;
        this.decider = first.decider;
        this.listener = first.listener;
        this.start = first.start;
        this.standstills = first.standstills;
        this.results = first.results;
        this.faults = first.faults;
        this.postpones = false;
    }

    /** The same run for checks that are asked again: nothing is shared with what was prepared for the first try. */
    RunContext again() {
        return new RunContext(this);
    }

    /** The requirement a check answers. */
    Requirement requirement(String id) {
        return catalogue.get(id);
    }

    Devices devices(String check, Urgency urgency) {
        return new Devices(new Wire(check, urgency, http, clock, pace), waiting, protocol);
    }

    /** People whose walks are noted as evidence of one check. */
    Users users(Judge judge, Turn turn) {
        return new Users(protocol.target(), desk, decider, turn, walk -> note(walk, judge));
    }

    private static void note(Walk walk, Judge judge) {
        for (Walk.Step step : walk.steps()) {
            if (step.screenshot() != null) {
                judge.sawPicture("screenshots/" + step.screenshot());
            }
        }
        if (walk.notes() != null) {
            judge.sawPicture("screenshots/" + walk.notes());
        }
    }

    Grants grants(Devices devices, Judge judge, Turn turn) {
        Users own = users(judge, turn);
        Users common = users(new Judge(), Turn.ANY);
        return new Grants(shared, devices, own, devices("shared journey", Urgency.WAIT), common);
    }

    Transcript transcript() {
        return transcript;
    }

    Protocol protocol() {
        return protocol;
    }

    /** Milliseconds since the start of the run. */
    long elapsedMs() {
        return (clock.nanos() - start) / 1_000_000;
    }

    /** Tells the desk which of the checks that begin now have moments of their own. */
    void expect(Collection<String> ids) {
        desk.expectTimed((int)
                ids.stream().filter(id -> Hurry.turn(requirement(id)).timed()).count());
    }

    /** Tells the desk that a check has ended. */
    void ended(String id) {
        if (Hurry.turn(requirement(id)).timed()) {
            desk.timedEnded();
        }
    }

    /** Notes that a check met what may pass and is to be asked again. */
    void postpone(String id) {
        postponed.add(id);
    }

    /** Whether a check that met what may pass will get a second try. */
    boolean canPostpone() {
        return postpones;
    }

    /** The checks that are to be asked again. */
    Set<String> postponed() {
        return Set.copyOf(postponed);
    }

    /** The longest time for which the machine stood still since an instant of {@link #elapsedMs()}. */
    Duration standstillSince(long elapsedMs) {
        return standstills.longestSince(start + elapsedMs * 1_000_000);
    }

    void record(CheckResult result) {
        results.put(result.id(), result);
        listener.verdict(result);
    }

    void recordFault(String id, Throwable fault) {
        faults.put(id, fault);
    }

    Map<String, CheckResult> results() {
        return Map.copyOf(results);
    }

    /** The checks that ended by a fault of ours, and what it was. */
    Map<String, Throwable> faults() {
        return Map.copyOf(faults);
    }
}

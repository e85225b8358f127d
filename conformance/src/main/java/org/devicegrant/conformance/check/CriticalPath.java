package org.devicegrant.conformance.check;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.devicegrant.conformance.flow.Issuance;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.conformance.target.Windows;
import org.devicegrant.reports.model.CheckResult;

/**
 * What keeps a run from being shorter: the longest of the waits, the requests at their polite rate and the walks through
 * the pages, all of which overlap; and afterwards what has to run alone.
 *
 * @param waits the longest wait that the server's own lifetimes and intervals impose on a selected check
 * @param requests all request starts at the rate that the target file allows
 * @param browser the time that browsers were in use, shared evenly among the profiles
 * @param last checks that run alone, and the rules over all exchanges
 */
record CriticalPath(Duration waits, Duration requests, Duration browser, Duration last) {
    static CriticalPath of(Station station, RunOptions options, Plan plan, Issuance codes, List<CheckResult> results) {
        Duration waits = plan.requirements()
                .map(requirement -> wait(requirement, station, codes))
                .filter(wait -> wait.compareTo(options.maxWait()) <= 0)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return new CriticalPath(
                waits, station.pace().leastTime(), station.desk().share(), alone(results));
    }

    private static Duration wait(Requirement requirement, Station station, Issuance codes) {
        Windows windows = station.target().windows();
        Duration window = windows.afterApproval() == null ? Duration.ZERO : windows.afterApproval();
        Duration lifetime = codes.lifetimeIfKnown().orElse(Duration.ZERO);
        Duration least = requirement.time().at(codes.interval(), lifetime, window);
        // A code has to be seen dead some time after its end, too.
        return requirement.time().lifetime()
                ? least.plus(station.target().timing().lateExpiry())
                : least;
    }

    private static Duration alone(List<CheckResult> results) {
        Map<String, Method> methods = CheckIndex.methods();
        return Duration.ofMillis(results.stream()
                .filter(result -> methods.containsKey(result.id()) && runsAlone(methods.get(result.id())))
                .mapToLong(CheckResult::durationMs)
                .sum());
    }

    private static boolean runsAlone(Method method) {
        Class<?> type = method.getDeclaringClass();
        return type.isAnnotationPresent(ExclusiveLast.class) || type.isAnnotationPresent(Passive.class);
    }

    Duration total() {
        return Stream.of(waits, requests, browser)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO)
                .plus(last);
    }
}

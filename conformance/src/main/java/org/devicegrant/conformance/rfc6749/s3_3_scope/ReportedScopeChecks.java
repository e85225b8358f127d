package org.devicegrant.conformance.rfc6749.s3_3_scope;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Together;
import org.devicegrant.conformance.protocol.Scopes;
import org.devicegrant.conformance.user.Users;
import org.jspecify.annotations.Nullable;

/** Whether the token answer tells the device what it got. */
class ReportedScopeChecks {
    /** A scope that no server has heard of. */
    private static final String UNKNOWN = "device-grant-no-such-scope";

    private static final Outcome<Optional<Set<String>>> SILENT = Outcome.of("no scope member", Optional::isEmpty);

    @Check("6749-3.3-scope-reported")
    void theTokenAnswerNamesTheScopeThatWasGranted(Devices devices, Judge judge, Grants grants, Users users) {
        List<Supplier<Boolean>> parts = List.of(
                () -> asRequested(devices, judge, grants),
                () -> withAnUnknownScope(devices, judge, grants),
                () -> withoutAScope(devices, judge, grants),
                () -> narrowedByTheUser(devices, judge, users));

        Together.all(parts);
    }

    private static boolean asRequested(Devices devices, Judge judge, Grants grants) {
        Granted granted = Granted.of(devices, grants.redeemed());
        return granted.requested().isEmpty() || isNamed(judge, granted, "a token whose scope was asked for");
    }

    private static boolean withAnUnknownScope(Devices devices, Judge judge, Grants grants) {
        String known = devices.protocol().scope(devices.main());
        String asked = known + " " + UNKNOWN;
        if (known == null || !startsWith(devices, asked)) {
            return true;
        }
        Granted granted = Granted.of(devices, grants.redeemed(() -> devices.startWithScope(devices.main(), asked)));
        if (granted.attributes().isEmpty()
                && granted.named().filter(scope -> !scope.contains(UNKNOWN)).isEmpty()) {
            throw Granted.unknown();
        }
        return isNamed(judge, granted, "a token that was asked for with an unknown scope besides");
    }

    private static boolean startsWith(Devices devices, @Nullable String scope) {
        return devices.send(devices.protocol().authorization(devices.main(), scope))
                .codes();
    }

    private static boolean withoutAScope(Devices devices, Judge judge, Grants grants) {
        if (!startsWith(devices, null)) {
            return true;
        }
        Granted granted = Granted.of(devices, grants.redeemed(() -> devices.startWithScope(devices.main(), null)));
        boolean nothing =
                granted.attributes().filter(known -> known.hasScope(Set.of())).isPresent();
        if (granted.named().isPresent() || nothing) {
            return isNamed(judge, granted, "a token that was asked for without a scope");
        }
        return judge.expect(
                        "the scope of a token that was asked for without one",
                        granted.named(),
                        ReportedScopeChecks::inWords,
                        granted.answer())
                .tolerating(SILENT, "the device is not told which default it got")
                .toBe(Outcome.of("a scope member", Optional::isPresent));
    }

    private static boolean narrowedByTheUser(Devices devices, Judge judge, Users users) {
        return Narrowing.by(users, devices)
                .map(device -> Granted.of(devices, Grants.polled(device)))
                .map(granted -> isNamed(judge, granted, "a token whose scope the user has narrowed"))
                .orElse(true);
    }

    /** The answer names what the token is for, or is silent because that is what was asked for. */
    private static boolean isNamed(Judge judge, Granted granted, String token) {
        Outcome<Optional<Set<String>>> real = granted.attributes()
                .map(known -> Outcome.<Optional<Set<String>>>of(
                        granted.inWords(),
                        named -> known.hasScope(named.or(granted::requested).orElse(Set.of()))))
                .orElseGet(() -> Outcome.of("the scope", named -> true));
        return judge.expect("the scope of " + token, granted.named(), ReportedScopeChecks::inWords, granted.answer())
                .otherwise("the device does not know what it may do")
                .toBe(real);
    }

    private static String inWords(Optional<Set<String>> named) {
        return named.map(Scopes::inWords).orElse("no scope member");
    }
}

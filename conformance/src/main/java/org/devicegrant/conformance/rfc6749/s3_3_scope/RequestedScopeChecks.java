package org.devicegrant.conformance.rfc6749.s3_3_scope;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.refusal;
import static org.devicegrant.conformance.protocol.ErrorCodes.INVALID_REQUEST;
import static org.devicegrant.conformance.protocol.ErrorCodes.INVALID_SCOPE;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.user.Users;
import org.jspecify.annotations.Nullable;

/** The scope of a device authorization request. */
class RequestedScopeChecks {
    private static final String UNKNOWN = "xq9-unknown";
    private static final int LONG = 4_000;

    @Check("6749-3.3-scope-omitted")
    void withoutScopeThereIsADefaultOrInvalidScope(Devices devices, Judge judge) {
        devices.start();

        judge.expect("a device authorization request without scope", ask(devices, null))
                .tolerating(error(INVALID_REQUEST), "the code for a missing scope is invalid_scope")
                .otherwise("the parameter is optional, and simple clients leave it out")
                .toBe(codes(), error(400, INVALID_SCOPE));
    }

    @Check("6749-3.3-invalid-scope-device")
    void anUnknownOrMalformedScopeIsDroppedOrRefused(Devices devices, Judge judge, Users users) {
        devices.start();
        String usual = usual(devices);

        String withUnknown = (usual + " " + UNKNOWN).strip();
        Answer unknown = ask(devices, withUnknown);
        judge.expect("a device authorization request with an unknown scope", unknown)
                .otherwise("a mistyped scope looks like a fault of another kind")
                .toBe(codes(), error(400, INVALID_SCOPE));
        expectOrderWithoutInfluence(devices, judge, usual.contains(" ") ? usual : withUnknown);
        for (String odd : List.of("xq9-\"quote", "xq9-\\backslash", "openid  profile", swapped(usual), many(usual))) {
            judge.expect("a device authorization request with an odd scope", ask(devices, odd))
                    .tolerating(refusal(), "the code for a scope that is not understood is invalid_scope")
                    .toBe(codes(), error(400, INVALID_SCOPE));
        }
        if (unknown.codes()) {
            expectNeverGranted(
                    judge,
                    () -> users.decide(() -> devices.startWithScope(devices.main(), withUnknown), Decision.APPROVE));
        }
    }

    private static Answer ask(Devices devices, @Nullable String scope) {
        return devices.send(devices.protocol().authorization(devices.main(), scope));
    }

    private static String usual(Devices devices) {
        String scope = devices.protocol().scope(devices.main());
        return scope == null ? "" : scope;
    }

    private static String swapped(String scope) {
        String upper = scope.toUpperCase(Locale.ROOT);
        return upper.equals(scope) ? scope.toLowerCase(Locale.ROOT) : upper;
    }

    private static String many(String scope) {
        String one = scope.isEmpty() ? UNKNOWN : scope;
        return (one + " ").repeat(LONG / (one.length() + 1)).strip();
    }

    private static void expectOrderWithoutInfluence(Devices devices, Judge judge, String scope) {
        String[] tokens = scope.split(" ");
        Collections.reverse(Arrays.asList(tokens));
        Answer forwards = ask(devices, scope);
        Answer backwards = ask(devices, String.join(" ", tokens));
        judge.expect("a device authorization request with the same scopes in another order", backwards)
                .otherwise("in the usual order the answer is " + forwards.gist())
                .toBe(Outcome.of("the same answer", a -> a.codes() == forwards.codes()));
    }

    /** Only looked at where somebody approves: the request itself has been answered as it may be. */
    private static void expectNeverGranted(Judge judge, Supplier<Device> approved) {
        Grants.ifPossible(() -> approved.get().pollUntilDecided(2))
                .filter(Answer::tokens)
                .ifPresent(token -> judge.expect("the scope of the token", granted(token), g -> g, token)
                        .otherwise("a scope that nobody defined is granted")
                        .toBe(Outcome.of("without the unknown one", "without the unknown one"::equals)));
    }

    private static String granted(Answer token) {
        List<String> scopes = List.of(token.member("scope").asText().split(" "));
        return scopes.contains(UNKNOWN) ? "with the unknown one" : "without the unknown one";
    }
}

package org.devicegrant.conformance.rfc6749.s10_security;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.token;
import static org.devicegrant.conformance.assertion.Answers.tokensRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.flow.Together;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.target.Client;

/** Refresh tokens in wrong hands. */
class RefreshTokenTheftChecks {
    @Check("6749-10.4-refresh-token-bound-to-client")
    void aRefreshTokenServesItsOwnClientOnly(Devices devices, Judge judge, Grants grants) {
        Client other = devices.other();
        Client confidential = devices.target().clients().confidential();
        List<Supplier<Boolean>> parts = new ArrayList<>();
        parts.add(() -> usedByAnother(devices, judge, grants, other));
        if (confidential != null) {
            parts.add(() -> usedWithoutSecret(devices, judge, grants, confidential));
        }

        if (!Together.all(parts).contains(true)) {
            throw new NotApplicable("the server issues no refresh token to these clients");
        }
    }

    private static boolean usedByAnother(Devices devices, Judge judge, Grants grants, Client other) {
        JsonNode refreshToken = grants.redeemedApart(devices.main()).token().member("refresh_token");
        if (!refreshToken.isTextual()) {
            return false;
        }

        Request stolen = devices.protocol().refresh(other, refreshToken.textValue());
        judge.expect("a refresh by another client", devices.send(stolen))
                .tolerating(tokensRefused(), "invalid_grant is the defined code")
                .otherwise("whoever finds a refresh token can use it")
                .toBe(error(ErrorCodes.INVALID_GRANT));
        ownerStillServed(
                devices, judge, devices.main(), refreshToken.textValue(), "after the attempt of another client");
        return true;
    }

    private static boolean usedWithoutSecret(Devices devices, Judge judge, Grants grants, Client confidential) {
        JsonNode refreshToken = grants.redeemedApart(confidential).token().member("refresh_token");
        if (!refreshToken.isTextual()) {
            return false;
        }

        Request unproved = ClientAuthentication.anonymous(
                        devices.protocol().refresh(confidential, refreshToken.textValue()))
                .with("client_id", confidential.clientId());
        judge.expect("a refresh of a confidential client without its credentials", devices.send(unproved))
                .tolerating(tokensRefused(), "invalid_client is the defined code")
                .otherwise("whoever finds a refresh token can use it without the client's secret")
                .toBe(error(ErrorCodes.INVALID_CLIENT));
        ownerStillServed(
                devices, judge, confidential, refreshToken.textValue(), "after an attempt without credentials");
        return true;
    }

    private static void ownerStillServed(Devices devices, Judge judge, Client owner, String refreshToken, String when) {
        judge.expect(
                        "the owner's refresh " + when,
                        devices.send(devices.protocol().refresh(owner, refreshToken)))
                .tolerating(error(ErrorCodes.INVALID_GRANT), "misuse ends the grant of its rightful owner, too")
                .learningNothingFrom(
                        error(ErrorCodes.UNAUTHORIZED_CLIENT), "this client is not registered for refresh_token")
                .otherwise("somebody else's attempt does damage")
                .toBe(token());
    }
}

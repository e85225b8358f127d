package org.devicegrant.conformance.rfc9700;

import static org.devicegrant.conformance.assertion.Answers.token;
import static org.devicegrant.conformance.assertion.Answers.tokensRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.check.LongestFirst;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.target.Client;

/** Refresh tokens of clients that hold no secret. */
@LongestFirst
class RefreshRotationChecks {
    /** Honest servers take an old token for up to a minute, since the answer with the new one may have been lost. */
    private static final Duration LEEWAY = Duration.ofSeconds(65);

    @Check("9700-4.14.2-public-refresh-rotation")
    void aUsedRefreshTokenOfAPublicClientIsDeadAndItsReplayEndsTheChain(Devices devices, Judge judge, Grants grants) {
        Client client = devices.publicClient();
        Answer redeemed = grants.redeemedApart(client).token();
        String first = refreshToken(redeemed);
        Answer refreshed = judge.control("the first refresh", refresh(devices, client, first), token());
        JsonNode second = refreshed.member("refresh_token");

        devices.waiting().pause(LEEWAY, "the end of a leeway for lost answers");
        Answer replay = refresh(devices, client, first);

        boolean dead = judge.expect("the first refresh token, used again after 65 s", replay)
                .otherwise("a stolen refresh token of a public client works for ever, and nobody notices")
                .toBe(tokensRefused());
        if (dead && second.isTextual()) {
            judge.expect("the newest refresh token after the replay", refresh(devices, client, second.textValue()))
                    .tolerating(token(), "the replay of an old token is refused, but has no consequence for the thief")
                    .toBe(tokensRefused());
        }
    }

    private static String refreshToken(Answer redeemed) {
        JsonNode token = redeemed.member("refresh_token");
        if (!token.isTextual()) {
            throw new NotApplicable("the server issues no refresh token to this client");
        }
        if ("dpop".equalsIgnoreCase(redeemed.member("token_type").asText())) {
            throw new NotApplicable("refresh tokens of this client are bound to a key");
        }
        return token.textValue();
    }

    private static Answer refresh(Devices devices, Client client, String refreshToken) {
        return devices.send(devices.protocol().refresh(client, refreshToken));
    }
}

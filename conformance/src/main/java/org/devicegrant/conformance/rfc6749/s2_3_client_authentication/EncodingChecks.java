package org.devicegrant.conformance.rfc6749.s2_3_client_authentication;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.served;
import static org.devicegrant.conformance.assertion.Answers.turnedAway;

import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Entrance;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.target.AuthMethod;
import org.devicegrant.conformance.target.Client;

/** Identifiers and passwords with characters that have to be escaped before they go into a Basic header. */
class EncodingChecks {
    @Check("6749-2.3.1-basic-percent-encoding")
    void credentialsAreFormDecodedAfterBase64(Devices devices, Judge judge) {
        Client client = devices.specialCharacters();
        Credentials credentials = new Credentials(client.clientId(), ClientAuthentication.secret(client));
        if (credentials.unreserved()) {
            throw new NotApplicable("clients.special_characters has no character that has to be escaped");
        }

        Answer encoded = send(devices, client, credentials.formEncoded());
        if (encoded.codes()) {
            judgeFurtherForms(devices, judge, client, credentials);
        } else {
            judgeRefused(devices, judge, client, credentials, encoded);
        }
    }

    /**
     * What the client is called and knows.
     *
     * @param id its identifier
     * @param secret its password
     */
    private record Credentials(String id, String secret) {
        boolean unreserved() {
            return Form.encode(id).equals(id) && Form.encode(secret).equals(secret);
        }

        boolean blank() {
            return (id + secret).contains(" ");
        }

        String formEncoded() {
            return ClientAuthentication.basic(id, secret);
        }

        String percentEncoded() {
            return ClientAuthentication.rawBasic(percent(id), percent(secret));
        }

        String raw() {
            return ClientAuthentication.rawBasic(id, secret);
        }

        /** What a server believes to have read that decodes once too often. */
        Credentials decodedTwice() {
            return new Credentials(id, secret.replace('+', ' '));
        }

        private static String percent(String text) {
            return Form.encode(text).replace("+", "%20");
        }

        @Override
        public String toString() {
            return "Credentials of " + id;
        }
    }

    private static Answer send(Devices devices, Client client, String header) {
        Request request = ClientAuthentication.anonymous(devices.request(client));
        return devices.send(request.header("Authorization", header));
    }

    private static void judgeFurtherForms(Devices devices, Judge judge, Client client, Credentials credentials) {
        for (Entrance entrance : Entrance.both(devices, client)) {
            judge.expect("form-encoded credentials at " + entrance, entrance.send())
                    .otherwise("the two endpoints decode differently")
                    .toBe(served());
        }
        if (credentials.blank()) {
            judge.expect("a blank written %20", send(devices, client, credentials.percentEncoded()))
                    .tolerating(turnedAway(), "only a plus sign is taken for a blank")
                    .toBe(codes());
        }
        Credentials wrong = credentials.decodedTwice();
        if (!wrong.equals(credentials)) {
            judge.expect(
                            "another password, in which a plus sign is a blank",
                            send(devices, client, wrong.percentEncoded()))
                    .otherwise("several passwords open the same client")
                    .toBe(turnedAway());
        }
    }

    private static void judgeRefused(
            Devices devices, Judge judge, Client client, Credentials credentials, Answer encoded) {
        Outcome<Answer> refused = Outcome.of("a refusal", a -> !a.codes());
        if (credentials.blank()
                && send(devices, client, credentials.percentEncoded()).codes()) {
            judge.expect("form-encoded credentials with a plus sign for a blank", encoded)
                    .tolerating(refused, "they are accepted only with %20 for a blank")
                    .toBe(codes());
        } else if (send(devices, client, credentials.raw()).codes()) {
            judge.expect("form-encoded credentials", encoded)
                    .tolerating(refused, "they are accepted only without encoding, as many servers do it wrongly")
                    .toBe(codes());
        } else if (devices.send(devices.request(client.authenticatingBy(AuthMethod.CLIENT_SECRET_POST)))
                .codes()) {
            judge.expect("form-encoded credentials, as well as raw ones", encoded)
                    .otherwise("the same password works in the body")
                    .toBe(codes());
        } else {
            throw new Inconclusive(
                    "the server lets " + client.clientId() + " in neither by header nor by body: " + encoded.gist(),
                    "check client_id and client_secret of clients.special_characters");
        }
    }
}

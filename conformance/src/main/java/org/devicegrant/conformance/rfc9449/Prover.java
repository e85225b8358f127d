package org.devicegrant.conformance.rfc9449;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.jspecify.annotations.Nullable;

/**
 * A device that proves possession of its key, well or badly, and gives the server the nonce it asks for (RFC 9449
 * section 8).
 */
final class Prover {
    static final String NONCE = "DPoP-Nonce";
    private static final String HEADER = "DPoP";

    private final Devices devices;
    private final ProofKey key;
    private final List<Answer> challenges = new ArrayList<>();
    private @Nullable String nonce;

    Prover(Devices devices) {
        this.devices = devices;
        this.key = ProofKey.forServer(devices);
    }

    /** A device with another key that knows the nonce, too. */
    Prover withAnotherKey() {
        Prover other = new Prover(devices);
        other.nonce = nonce;
        return other;
    }

    ProofKey key() {
        return key;
    }

    /** The answers that asked for a nonce. */
    List<Answer> challenges() {
        return challenges;
    }

    /** A spaced poll, and a second one if the first is asked for a nonce. */
    Answer poll(Device device, UnaryOperator<Request> proving) {
        return withNonce(() -> device.spacedPoll(proving));
    }

    /** Any request, sent a second time if it is asked for a nonce. */
    Answer send(Request request, UnaryOperator<Request> proving) {
        return withNonce(() -> devices.send(proving.apply(request)));
    }

    private Answer withNonce(Supplier<Answer> sending) {
        Answer answer = sending.get();
        if (!answer.isError(ErrorCodes.USE_DPOP_NONCE)) {
            return answer;
        }
        challenges.add(answer);
        nonce = answer.header(NONCE);
        return nonce == null ? answer : sending.get();
    }

    /** With a good proof. */
    Request proven(Request request) {
        return request.header(HEADER, key.proof(request.url(), now(), nonce));
    }

    /** With a proof for another address. */
    Request forAnotherAddress(Request request) {
        return request.header(HEADER, key.proof(URI.create("https://other.example/token"), now(), nonce));
    }

    /** With a proof that somebody has changed on the way. */
    Request garbled(Request request) {
        String good = key.proof(request.url(), now(), nonce);
        char last = good.charAt(good.length() - 10);
        String changed = good.substring(0, good.length() - 10) + (last == 'A' ? 'B' : 'A');
        return request.header(HEADER, changed + good.substring(good.length() - 9));
    }

    /** With a proof of an hour ago. */
    Request stale(Request request) {
        return request.header(HEADER, key.proof(request.url(), now().minus(Duration.ofHours(1)), nonce));
    }

    /** With two good proofs. */
    Request twice(Request request) {
        return proven(request).addHeader(HEADER, key.proof(request.url(), now(), nonce));
    }

    private Instant now() {
        return devices.protocol().authentication().time().now();
    }
}

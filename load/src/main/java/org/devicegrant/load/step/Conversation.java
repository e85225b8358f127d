package org.devicegrant.load.step;

import java.time.Duration;
import org.devicegrant.load.measure.Recording;
import org.devicegrant.load.protocol.Answer;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.protocol.AnswerReader;
import org.devicegrant.load.protocol.Authorization;
import org.devicegrant.load.protocol.Digest;
import org.devicegrant.load.protocol.Requests;
import org.devicegrant.load.step.Device.Phase;
import org.devicegrant.load.step.Device.UserSide;
import org.devicegrant.load.target.FormEncoding;
import org.devicegrant.load.target.LoadTarget;
import org.jspecify.annotations.Nullable;

/**
 * What devices say and hear. One for all devices of a run; thread-safe as long as each device stays on one thread. The
 * caller reports four moments of each request: {@link #begins}, {@link #sends}, {@link #hears} or {@link #hearsNothing}.
 */
public final class Conversation {
    private final LoadTarget target;
    private final Conduct conduct;
    private final Judge judge;
    private final Pace pace;
    private final Recording recording;
    private final AnswerReader reader = new AnswerReader();

    /** A conversation that records there and leaves breaches with the judge. */
    public Conversation(LoadTarget target, Conduct conduct, Judge judge, Recording recording) {
        this.target = target;
        this.conduct = conduct;
        this.judge = judge;
        this.pace = new Pace(conduct);
        this.recording = recording;
    }

    /** The device hands its request over now. Returns the form body. */
    public String begins(Device device, long now) {
        device.sentBefore = device.sent;
        device.asked = now;
        device.sent = now;
        device.underway = true;
        device.written = false;
        recording.sending();
        return device.needsCode()
                ? Requests.deviceAuthorization(target, device.client())
                : Requests.poll(device.code, device.client());
    }

    /** The request is written to an open connection now, perhaps not for the first time. */
    public void sends(Device device, long now) {
        device.unsure |= device.written;
        device.written = true;
        device.sent = now;
    }

    /** A complete answer has arrived. */
    public void hears(Device device, int status, @Nullable String retryAfter, byte[] body, long now) {
        if (!device.underway) {
            return;
        }
        device.underway = false;
        if (device.needsCode()) {
            authorization(device, status, retryAfter, body, now);
        } else {
            poll(device, reader.poll(status, retryAfter, body), now);
        }
        device.answered = now;
    }

    /** No answer came for the request under way, or it was heard already and this does nothing. */
    public void hearsNothing(Device device, String reason, long now) {
        if (!device.underway) {
            return;
        }
        device.underway = false;
        Answer answer = Answer.none(reason);
        recording.silent(reason);
        record(device, answer, now);
        if (device.needsCode()) {
            pace.refused(device, answer, now);
        } else {
            device.unsure = true;
            pace.silent(device, now);
        }
        device.answered = now;
    }

    private void authorization(Device device, int status, @Nullable String retryAfter, byte[] body, long now) {
        Answer failure = reader.authorizationFailure(status, retryAfter, body);
        Authorization authorization = failure == null ? AnswerReader.authorization(body) : null;
        if (authorization == null) {
            Answer answer = failure == null ? Answer.none("no device code") : failure;
            record(device, answer, now);
            judge.refused(device, answer);
            pace.refused(device, answer, now);
            return;
        }
        recording.issued(device.due, device.asked, device.sent, now);
        judge.issued(device, Digest.of(authorization.deviceCode()));
        accept(device, authorization, now);
        pace.issued(device, now);
    }

    private void accept(Device device, Authorization authorization, long now) {
        device.dropCode();
        device.authorizationSent = device.sent;
        device.authorizationAnswered = now;
        device.lifetimeSeconds =
                (int) Math.min(Integer.MAX_VALUE, authorization.lifetime().toSeconds());
        device.interval = authorization.interval().toNanos();
        if (conduct.issuancePeriod().equals(Duration.ZERO)) {
            device.code = FormEncoding.encode(authorization.deviceCode());
        }
        if (conduct.keepsUserCodes()) {
            device.userSide = new UserSide(
                    authorization.userCode(), authorization.verificationUri(), authorization.verificationUriComplete());
        }
    }

    private void poll(Device device, Answer answer, long now) {
        long count = record(device, answer, now);
        judge.polled(device, answer, now);
        if (answer.kind() == AnswerKind.TOKEN && device.phase == Phase.POLLS && device.approved() != 0) {
            recording.redeemed(device.approved(), now);
        }
        boolean burst = conduct.burstEvery() > 0 && count % conduct.burstEvery() == 0;
        pace.polled(device, answer, now, burst);
    }

    private long record(Device device, Answer answer, long now) {
        return device.needsCode()
                ? recording.notIssued(device.due, answer.kind(), now)
                : recording.polled(device.due, device.asked, device.sent, now, answer.kind());
    }
}

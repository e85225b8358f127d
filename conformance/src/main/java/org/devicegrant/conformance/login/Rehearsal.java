package org.devicegrant.conformance.login;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.exchange.Unanswered;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.target.AuthMethod;

/**
 * The few requests that clients send and checks do not: without an {@code Accept} header, twice in different ways, and at
 * their own pace. Each code is undecided and young, so what comes is what a client gets while its user is on the way.
 *
 * @param seen the answers by moment
 */
public record Rehearsal(Map<Moment, List<Answer>> seen) {
    private static final int PATIENCE = 3;

    public Rehearsal {
        seen = Map.copyOf(seen);
    }

    /** Nothing was asked. */
    public static Rehearsal none() {
        return new Rehearsal(Map.of());
    }

    /** Asks. What cannot be asked is left out. */
    public static Rehearsal of(Devices devices) {
        Map<Moment, List<Answer>> seen = new EnumMap<>(Moment.class);
        note(seen, Moment.AT_ONCE, () -> atOnce(devices, devices.request()));
        note(seen, Moment.AT_ONCE, () -> atOnce(devices, devices.request().bare()));
        note(seen, Moment.ASKED_AGAIN, () -> askedAgain(devices));
        note(seen, Moment.CALM, () -> calm(devices));
        List<Answer> calm = seen.getOrDefault(Moment.CALM, List.of());
        if (calm.size() == PATIENCE) {
            seen.put(Moment.THIRD_SLOWED, calm.subList(PATIENCE - 1, PATIENCE));
        }
        return new Rehearsal(seen);
    }

    private static void note(Map<Moment, List<Answer>> seen, Moment moment, Supplier<List<Answer>> asking) {
        try {
            seen.computeIfAbsent(moment, none -> new ArrayList<>()).addAll(asking.get());
        } catch (Inconclusive | NotApplicable | Unanswered notSeen) {
            // The table says of such a client that it was not seen, or rests on what the checks have seen.
        }
    }

    private static List<Answer> atOnce(Devices devices, Request start) {
        Device device = devices.started(devices.main(), start);
        boolean bare = start.headers().stream().noneMatch(h -> h.name().equalsIgnoreCase("Accept"));
        Request poll = device.pollRequest();
        Answer answer = device.send(bare ? poll.withoutHeader("Accept") : poll);
        return device.life().mayBeOverAt(answer) ? List.of() : List.of(answer);
    }

    /** Basic with an empty secret, then client_id and the scope in the body: what Go's library does with each poll. */
    private static List<Answer> askedAgain(Devices devices) {
        if (devices.main().authMethod() != AuthMethod.NONE) {
            throw new NotApplicable("a client with a secret is asked for it");
        }
        Device device = devices.start();
        String id = devices.main().clientId();
        // Not judged by the rules for the token endpoint: whether it is an attempt to authenticate can be argued.
        device.spacedPoll(poll -> ClientAuthentication.anonymous(poll)
                .header("Authorization", ClientAuthentication.basic(id, ""))
                .withoutHeader("Accept")
                .at(Endpoint.OTHER));
        String scope = devices.protocol().scope(devices.main());
        Request second = device.pollRequest().withoutHeader("Accept");
        Answer answer = device.send(scope == null ? second : second.with("scope", scope));
        return device.life().mayBeOverAt(answer) ? List.of() : List.of(answer);
    }

    /** Waits 1.2 intervals, and after a slow_down 1.4 times as long as it must; stops when it is not slowed down. */
    private static List<Answer> calm(Devices devices) {
        Device device = devices.start();
        List<Answer> answers = new ArrayList<>();
        Duration distance = longer(device.interval(), 6);
        do {
            Answer answer = device.pollOnceAfter(distance);
            if (device.life().mayBeOverAt(answer)) {
                break;
            }
            answers.add(answer);
            distance = longer(device.interval().plus(Device.SLOW_DOWN_STEP.multipliedBy(device.slowDowns())), 7);
        } while (answers.get(answers.size() - 1).isError(ErrorCodes.SLOW_DOWN) && answers.size() < PATIENCE);
        return answers;
    }

    private static Duration longer(Duration interval, int fifths) {
        return interval.multipliedBy(fifths).dividedBy(5);
    }
}

package org.devicegrant.conformance.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Unanswered;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.user.Users;

/** Devices whose user has decided: one check's own, or one that many checks share because they only look at it. */
public final class Grants {
    private static final int SAMPLES = 40;
    private static final int SAMPLES_AT_ONCE = 8;

    private final Shared shared;
    private final Devices devices;
    private final Users users;
    private final Devices sharedDevices;
    private final Users sharedUsers;

    Grants(Shared shared, Devices devices, Users users, Devices sharedDevices, Users sharedUsers) {
        this.shared = shared;
        this.devices = devices;
        this.users = users;
        this.sharedDevices = sharedDevices;
        this.sharedUsers = sharedUsers;
    }

    /**
     * A device with its token answer.
     *
     * @param answer what the first decided poll was answered; not necessarily a token
     */
    public record Redeemed(Device device, Answer answer) {
        /**
         * The answer, if it is a token.
         *
         * @throws Inconclusive if it is not; 8628-3.5-success-after-approval says more
         */
        public Answer token() {
            if (!answer.tokens()) {
                throw new Inconclusive(
                        "no token came after the approval: " + answer.gist(), "see 8628-3.5-success-after-approval");
            }
            return answer;
        }
    }

    /** This check's own device, approved by the first user and not polled since. */
    public Device approved() {
        return approved(devices.main());
    }

    /** As {@link #approved()} for another client. */
    public Device approved(Client client) {
        Device device = devices.start(client);
        users.approve(device);
        return device;
    }

    /** This check's own device, approved and redeemed. */
    public Redeemed redeemed(Client client) {
        Device device = approved(client);
        return new Redeemed(device, device.pollUntilDecided(2));
    }

    /** This check's own device, refused by the first user and not polled since. */
    public Device refused() {
        Device device = devices.start();
        users.refuse(device);
        return device;
    }

    /** The approved and redeemed device of the main client that many checks look at. Its refresh token is not theirs to use. */
    public Redeemed redeemed() {
        return shared.once("redeemed", () -> {
            Device device = sharedDevices.start();
            sharedUsers.approve(device);
            return new Redeemed(device, device.pollUntilDecided(2));
        });
    }

    /**
     * As {@link #redeemed()}, for checks that look at tokens among other things; empty where nobody approves or no token
     * came.
     */
    public Optional<Redeemed> redeemedIfPossible() {
        return ifPossible(this::redeemed).filter(grant -> grant.answer().tokens());
    }

    /** What a journey gives; empty where nobody decides or the pages do not lead there. */
    public static <T> Optional<T> ifPossible(Supplier<T> journey) {
        try {
            return Optional.of(journey.get());
        } catch (NotApplicable | Inconclusive | BrowserFailure | Unanswered nobodyApproved) {
            return Optional.empty();
        }
    }

    /**
     * Forty device authorization responses of the main client, asked for eight at a time with the same request; fewer if
     * the server limits their number. Many checks share them and only look at them.
     */
    public List<Answer> samples() {
        return shared.once("samples", () -> {
            List<Answer> samples = new ArrayList<>();
            boolean limited = false;
            while (samples.size() < SAMPLES && !limited) {
                List<Answer> volley = sharedDevices.askAtOnce(SAMPLES_AT_ONCE);
                samples.addAll(volley);
                limited = volley.stream().anyMatch(Answer::overloaded);
            }
            return List.copyOf(samples);
        });
    }

    /** A journey of a section's own that several of its checks share. */
    public <T> T once(String name, Supplier<T> journey) {
        return shared.once(name, journey);
    }
}

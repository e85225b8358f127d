package org.devicegrant.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Unanswered;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.user.Users;
import org.jspecify.annotations.Nullable;

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
     * A device with its polls after the approval.
     *
     * @param polls spaced polls up to the first that was not pending, two at most
     */
    public record Redeemed(Device device, List<Answer> polls) {
        public Redeemed {
            polls = List.copyOf(polls);
        }

        /** What the last of the polls was answered; not necessarily a token. */
        public Answer answer() {
            return polls.get(polls.size() - 1);
        }

        /**
         * The answer, if it is a token.
         *
         * @throws Inconclusive if it is not; 8628-3.5-success-after-approval says more
         */
        public Answer token() {
            if (!answer().tokens()) {
                throw new Inconclusive(
                        "no token came after the approval: " + answer().gist(), "see 8628-3.5-success-after-approval");
            }
            return answer();
        }
    }

    /**
     * A redeemed device and its first refresh.
     *
     * @param refresh the answer, null if the server issued no refresh token
     */
    public record Refreshed(Redeemed redeemed, @Nullable Answer refresh) {}

    /** This check's own device, approved by the first user and not polled since. */
    public Device approved() {
        return approved(devices.main());
    }

    /** As {@link #approved()} for another client. */
    public Device approved(Client client) {
        return users.decide(() -> devices.start(client), Decision.APPROVE);
    }

    /** This check's own device, approved and redeemed. */
    public Redeemed redeemed(Client client) {
        return polled(approved(client));
    }

    /** A device that is started in a special way when the browser is ready, approved by the first user and redeemed. */
    public Redeemed redeemed(Supplier<Device> start) {
        return redeem(start, users);
    }

    private static Redeemed redeem(Supplier<Device> start, Users users) {
        return polled(users.decide(start, Decision.APPROVE));
    }

    /** A device that has been approved, redeemed by spaced polls. */
    public static Redeemed polled(Device device) {
        Answer first = device.spacedPoll();
        return new Redeemed(device, first.pending() ? List.of(first, device.spacedPoll()) : List.of(first));
    }

    /**
     * This check's own device, approved in a browser session of its own and not polled since: for checks that replay
     * codes or tokens, since servers may answer that by ending everything the session has granted.
     */
    public Device approvedApart(Client client) {
        return users.approveApart(() -> devices.start(client));
    }

    /** As {@link #approvedApart}, and redeemed. */
    public Redeemed redeemedApart(Client client) {
        return polled(approvedApart(client));
    }

    /** This check's own device, refused by the first user and not polled since. */
    public Device refused() {
        return users.decide(devices::start, Decision.REFUSE);
    }

    /** The approved and redeemed device of the main client that many checks look at. Its refresh token is not theirs to use. */
    public Redeemed redeemed() {
        return shared.once("redeemed", () -> redeem(sharedDevices::start, sharedUsers));
    }

    /**
     * Another shared device of the main client, with {@code narrow_scope} where the target file gives it, redeemed and
     * refreshed once. Its next refresh is for 6749-6-refresh-token-usable alone.
     */
    public Refreshed refreshed() {
        return shared.once("refreshed", () -> {
            String narrow = devices.target().probes().narrowScope();
            Supplier<Device> start = () ->
                    narrow == null ? sharedDevices.start() : sharedDevices.startWithScope(sharedDevices.main(), narrow);
            return refresh(redeem(start, sharedUsers), sharedDevices);
        });
    }

    private static Refreshed refresh(Redeemed redeemed, Devices devices) {
        JsonNode token = redeemed.token().member("refresh_token");
        return new Refreshed(
                redeemed,
                token.isTextual()
                        ? devices.send(
                                devices.protocol().refresh(redeemed.device().client(), token.textValue()))
                        : null);
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

package org.devicegrant.conformance.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Unanswered;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.target.AuthMethod;
import org.devicegrant.conformance.target.Client;

/** Each client starts one device with its own authentication and polls once. */
final class ClientProbe {
    private final Devices devices;
    private final List<Device> started = new ArrayList<>();

    ClientProbe(Devices devices) {
        this.devices = devices;
    }

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        for (NamedClient named : NamedClient.usingTheGrant(devices.target().clients())) {
            remarks.add(guarded(named.key(), () -> usesTheGrant(named)));
        }
        Client withoutGrant = devices.target().clients().withoutGrant();
        if (withoutGrant != null) {
            remarks.add(guarded("clients.without_grant", () -> isRefused(withoutGrant)));
        }
        return remarks;
    }

    /** Devices that got codes, that of the first client first. */
    List<Device> started() {
        return List.copyOf(started);
    }

    /** Something to try that may end without an answer. */
    interface Trial {
        Remark run();
    }

    static Remark guarded(String key, Trial trial) {
        try {
            return trial.run();
        } catch (Unanswered e) {
            return Remark.unreachable(key, String.valueOf(e.getMessage()));
        } catch (Inconclusive e) {
            return Remark.wrong(key, e.getMessage() + "; " + e.advice());
        } catch (NotApplicable e) {
            return Remark.wrong(key, String.valueOf(e.getMessage()));
        }
    }

    private Remark usesTheGrant(NamedClient named) {
        Answer start = devices.send(devices.request(named.client()));
        if (!start.codes()) {
            return refused(named, start);
        }
        Device device = devices.device(named.client(), start);
        started.add(device);
        Answer poll = device.poll();
        if (poll.isError(ErrorCodes.INVALID_CLIENT)) {
            return Remark.wrong(
                    named.key() + credentials(named.client()),
                    "accepted at the device authorization endpoint and refused at the token endpoint with "
                            + poll.gist());
        }
        return Remark.good(
                named.key(),
                "gets codes (expires_in " + device.lifetime().toSeconds() + " s, interval "
                        + device.interval().toSeconds() + " s); the first poll is answered " + poll.gist());
    }

    private Remark refused(NamedClient named, Answer start) {
        String error = String.valueOf(start.error());
        String gist = "the device authorization request is answered " + start.gist();
        return switch (error) {
            case ErrorCodes.INVALID_CLIENT ->
                Remark.wrong(
                        named.key() + credentials(named.client()),
                        gist + "; compare client_id and credentials with the registration");
            case ErrorCodes.UNAUTHORIZED_CLIENT ->
                Remark.wrong(
                        named.key() + ".client_id", gist + "; allow the device grant in the client's registration");
            case ErrorCodes.INVALID_SCOPE ->
                Remark.wrong(
                        named.client().scope() == null ? "scope" : named.key() + ".scope",
                        gist + "; ask for a scope that " + named.key() + " may have");
            default -> Remark.wrong(named.key(), gist + "; check the client's registration and extra_parameters");
        };
    }

    /** Names the key that most probably holds the mistake. */
    private static String credentials(Client client) {
        return switch (client.authMethod()) {
            case NONE -> ".client_id";
            case PRIVATE_KEY_JWT -> ".jwk_file";
            case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST -> ".client_secret";
        };
    }

    /** The server may refuse it with another code than it should; that is for a check to judge. */
    private Remark isRefused(Client client) {
        Answer start = devices.send(devices.request(client));
        if (start.isError(ErrorCodes.INVALID_CLIENT) && client.authMethod() != AuthMethod.NONE) {
            return Remark.wrong(
                    "clients.without_grant" + credentials(client),
                    "the server answers " + start.gist() + "; compare client_id and credentials with the registration");
        }
        return start.codes()
                ? Remark.note("clients.without_grant", "gets codes; is it registered without the device grant?")
                : Remark.good("clients.without_grant", "is refused with " + start.gist());
    }
}

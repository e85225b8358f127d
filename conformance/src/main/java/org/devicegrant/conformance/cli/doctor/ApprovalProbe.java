package org.devicegrant.conformance.cli.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.target.Approval;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.user.Users;
import org.jspecify.annotations.Nullable;

/** The first user approves one device, its code is redeemed, and the token is shown where it should work. */
final class ApprovalProbe {
    private static final int POLLS = 3;

    private final Devices devices;
    private final Users users;
    private final List<Remark> remarks = new ArrayList<>();

    ApprovalProbe(Devices devices, Users users) {
        this.devices = devices;
        this.users = users;
    }

    List<Remark> remarks() {
        Approval.By by = devices.target().approval().by();
        if (by == Approval.By.NONE || devices.target().users().isEmpty()) {
            return remarks;
        }
        String key = by == Approval.By.COMMAND ? "approval.command" : "approval";
        remarks.add(ClientProbe.guarded(key, () -> approve(key)));
        return remarks;
    }

    private Remark approve(String key) {
        Device device = devices.start();
        try {
            users.approve(device);
        } catch (BrowserFailure e) {
            return Remark.wrong("approval.browser", String.valueOf(e.getMessage()));
        }
        Answer answer = device.pollUntilDecided(POLLS);
        if (!answer.tokens()) {
            return Remark.wrong(key, "the approval was made, but the poll after it is answered " + answer.gist());
        }
        oracles(answer.member("access_token").asText());
        return Remark.good(key, "leads to a token");
    }

    private void oracles(String token) {
        bearer("endpoints.userinfo", devices.server().userinfo(), token);
        bearer("probe_resource", devices.target().probes().probeResource(), token);
        introspection(token);
    }

    private void bearer(String key, @Nullable URI address, String token) {
        if (address == null) {
            return;
        }
        remarks.add(ClientProbe.guarded(key, () -> {
            Request request =
                    Request.get(Endpoint.ORACLE, "oracle", address).header("Authorization", "Bearer " + token);
            Answer answer = devices.send(request);
            return answer.status() / 100 == 2
                    ? Remark.good(key, "accepts the token")
                    : Remark.note(key, "answers the token with " + answer.gist() + "; it may need another scope");
        }));
    }

    private void introspection(String token) {
        URI address = devices.server().introspection();
        Client credentials = devices.target().clients().introspection();
        if (address == null || credentials == null) {
            return;
        }
        remarks.add(ClientProbe.guarded("clients.introspection", () -> {
            Request request = Request.post(
                    Endpoint.ORACLE, "introspection", address, Form.empty().with("token", token));
            Answer answer = devices.send(devices.protocol().authentication().authenticate(request, credentials));
            return answer.member("active").asBoolean()
                    ? Remark.good("clients.introspection", "sees the token as active")
                    : Remark.wrong(
                            "clients.introspection",
                            "introspection is answered " + answer.gist()
                                    + (answer.json().isPresent() ? ", and the token is not active" : "")
                                    + "; compare the credentials with the registration");
        }));
    }
}

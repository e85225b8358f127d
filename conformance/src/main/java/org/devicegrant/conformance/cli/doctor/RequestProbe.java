package org.devicegrant.conformance.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.target.Probes;

/** Device authorization requests with what else the file names: scopes, resources, authorization details. */
final class RequestProbe {
    private final Devices devices;
    private final Probes probes;

    RequestProbe(Devices devices) {
        this.devices = devices;
        this.probes = devices.target().probes();
    }

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        String narrow = probes.narrowScope();
        if (narrow != null) {
            Request request = devices.protocol().authorization(devices.main(), narrow);
            remarks.add(accepted("narrow_scope", request));
        }
        if (probes.forbiddenScope() != null) {
            remarks.add(ClientProbe.guarded("forbidden_scope", this::forbiddenScope));
        }
        for (int index = 0; index < probes.resources().size(); index++) {
            String resource = probes.resources().get(index).toString();
            remarks.add(accepted("resources[" + index + "]", devices.request().with("resource", resource)));
        }
        String details = probes.authorizationDetails();
        if (details != null) {
            Request request = devices.request().with("authorization_details", "[" + details + "]");
            remarks.add(accepted("authorization_details", request));
        }
        return remarks;
    }

    private Remark accepted(String key, Request request) {
        return ClientProbe.guarded(key, () -> {
            Answer answer = devices.send(request);
            return answer.codes()
                    ? Remark.good(key, "accepted")
                    : Remark.wrong(key, "refused with " + answer.gist() + "; leave it out or correct it");
        });
    }

    /** Refusing it at once and dropping it later are both lawful, so only the check can tell more. */
    private Remark forbiddenScope() {
        String scope = probes.forbiddenScope();
        Answer answer = devices.send(devices.protocol().authorization(devices.main(), scope));
        return answer.codes()
                ? Remark.note("forbidden_scope", "codes are issued for it; the check will see whether it is granted")
                : Remark.good("forbidden_scope", "refused with " + answer.gist());
    }
}

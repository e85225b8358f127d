package org.devicegrant.conformance.rfc8628.s4_discovery_metadata;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;

/** Metadata that hides the grant or leads astray. */
public final class AdvertisementDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "namesAnotherEndpointInEachDocument",
                        "The two documents name different device authorization endpoints, one of them a page",
                        Set.of("8628-4-device-endpoint-advertised"),
                        "Device_authorization_endpoint in all documents: expected *, got 2 different ones*",
                        b -> b.onMetadata((request, answer) -> request.path().contains("openid")
                                ? answer.set(
                                        "device_authorization_endpoint",
                                        answer.textOf("issuer").orElse("") + "/device")
                                : answer)),
                new Defect(
                        "callsTheGrantByItsShortName",
                        "The list of grant types holds device_code instead of the URN",
                        Set.of("8628-4-grant-type-advertised"),
                        "Grant_types_supported: expected the grant's URN, got a list without the grant's URN*",
                        b -> b.onMetadata(
                                (request, answer) -> answer.set("grant_types_supported", List.of("device_code")))));
    }
}

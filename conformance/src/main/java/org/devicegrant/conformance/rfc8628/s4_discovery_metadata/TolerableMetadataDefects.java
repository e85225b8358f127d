package org.devicegrant.conformance.rfc8628.s4_discovery_metadata;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;

/** Metadata that says less than it could. */
public final class TolerableMetadataDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                                "tellsOneOfTwoKindsOfClients",
                                "Leaves the device authorization endpoint out of the document for OpenID.",
                                Set.of("8628-4-device-endpoint-advertised"),
                                "Device_authorization_endpoint got no such member: clients have to be told the address*",
                                server -> server.onMetadata(
                                        (request, answer) -> request.path().endsWith("openid-configuration")
                                                ? answer.remove("device_authorization_endpoint")
                                                : answer))
                        .onlyWarnedAbout(),
                new Defect(
                                "saysNothingOfItsGrants",
                                "Leaves grant_types_supported out of its metadata.",
                                Set.of("8628-4-grant-type-advertised"),
                                "*left out, it means authorization_code and implicit only*",
                                server ->
                                        server.onMetadata((request, answer) -> answer.remove("grant_types_supported")))
                        .onlyWarnedAbout());
    }
}

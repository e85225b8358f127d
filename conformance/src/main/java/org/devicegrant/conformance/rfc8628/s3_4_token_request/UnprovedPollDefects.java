package org.devicegrant.conformance.rfc8628.s3_4_token_request;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Endpoint;

/** Servers that let clients poll without their credentials. */
public final class UnprovedPollDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(new Defect(
                "redeemsWithoutTheSecret",
                "Checks client secrets for other grants, and not for the device grant.",
                Set.of("8628-3.4-confidential-client-must-authenticate-token"),
                "A poll of a confidential client without credentials: expected invalid_client,"
                        + " got 400 authorization_pending*the same poll after the approval*got 200 with a token*",
                server -> server.authentication()
                        .proofNeeded((endpoint, client) -> endpoint != Endpoint.TOKEN && !client.isPublic())));
    }
}

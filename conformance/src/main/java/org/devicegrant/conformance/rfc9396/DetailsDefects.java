package org.devicegrant.conformance.rfc9396;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.feature.AuthorizationDetails;

/** Servers that handle authorization details behind the user's back. */
public final class DetailsDefects implements DefectSource {
    private static final Set<String> FLAGGED = Set.of("9396-authorization-details");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "grantsDetailsUnseen",
                        "Stores authorization details and puts them into the token without showing them.",
                        FLAGGED,
                        "The details on the decision page: expected some words of them, got nothing of them*",
                        server -> server.features().add(new AuthorizationDetails(false))),
                new Defect(
                        "keepsGrantedDetailsToItself",
                        "Leaves authorization_details out of the token answer.",
                        FLAGGED,
                        "Authorization_details of the token answer: expected a list, got no such member*",
                        DetailsDefects::silent),
                new Defect(
                        "overlooksDetails",
                        "Takes a request with authorization details for one without.",
                        FLAGGED,
                        "*device authorization request with details of an unknown type: expected"
                                + " invalid_authorization_details, got 200 with codes*",
                        server -> server.declares(new AuthorizationDetails().declared())));
    }

    private static void silent(Behaviour server) {
        server.features().add(new AuthorizationDetails());
        server.tokens().onAnswer((issue, answer) -> answer.remove("authorization_details"));
    }
}

package org.devicegrant.conformance.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.check.RunListener;
import org.devicegrant.conformance.check.RunOptions;
import org.devicegrant.conformance.check.Station;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.flow.Discovery;
import org.devicegrant.conformance.flow.Server;
import org.devicegrant.conformance.flow.Unusable;
import org.devicegrant.conformance.flow.Urgency;
import org.devicegrant.conformance.flow.Wire;
import org.devicegrant.conformance.target.Endpoints;
import org.devicegrant.conformance.target.Target;
import org.jspecify.annotations.Nullable;

/** What a server publishes about itself, for the draft of a target file. */
record Metadata(List<Server.Document> documents) {
    /**
     * Reads it.
     *
     * @throws Unusable if the server cannot be reached, or publishes nothing while the endpoints are not given either
     */
    static Metadata read(Target target) {
        try (Station station = Station.open(
                target,
                RunOptions.defaults(),
                Clock.system(),
                (device, user, decision) -> {},
                RunListener.silent(),
                exchange -> {})) {
            Wire wire = new Wire("init", Urgency.PLAIN, station.http(), station.clock(), station.pace());
            Server server = new Discovery(wire).find(target.withEndpoints(standIns(target)));
            boolean given = target.endpoints().deviceAuthorization() != null
                    && target.endpoints().token() != null;
            if (server.metadata().isEmpty() && !given) {
                throw Unusable.server("no metadata was found for " + target.issuer()
                        + "; check the issuer, or give --set endpoints.device_authorization=URL and"
                        + " --set endpoints.token=URL");
            }
            return new Metadata(server.metadata());
        }
    }

    /** Discovery insists on the two endpoints; a draft may be written without them. */
    private static Endpoints standIns(Target target) {
        return new Endpoints(target.issuer(), target.issuer(), null, null, null);
    }

    /** A text member of the first document that has it, or null. */
    @Nullable String text(String member) {
        JsonNode node = node(member);
        return node.isTextual() ? node.textValue() : null;
    }

    /** The texts in a list member of the first document that has it. */
    List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        node(member).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private JsonNode node(String member) {
        return documents.stream()
                .map(document -> document.answer().member(member))
                .filter(node -> !node.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}

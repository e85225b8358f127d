package org.devicegrant.load.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.devicegrant.conformance.flow.Discovery;
import org.devicegrant.conformance.flow.Server;
import org.devicegrant.conformance.target.Approval;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.target.Http;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.User;
import org.devicegrant.load.LoadRefused;
import org.jspecify.annotations.Nullable;

/** Makes the target of a load run out of a target file: finds the endpoints and readies the clients. */
public final class Resolution {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Target file;
    private final Reach reach;
    private final HttpClient http;

    private Resolution(Target file) {
        this.file = file;
        this.reach = reach(file.http());
        this.http = HttpClients.of(reach).build();
    }

    /**
     * The target that a file describes.
     *
     * @param keys which of {@code public}, {@code other}, {@code confidential}, {@code private_key_jwt} take part; empty
     *     for the client of checks that do not care
     * @throws LoadRefused if an endpoint cannot be found or a client is not there
     */
    public static LoadTarget of(Target file, List<String> keys) {
        return new Resolution(file).resolve(keys);
    }

    private LoadTarget resolve(List<String> keys) {
        JsonNode metadata = needsMetadata() ? metadata() : JSON.createObjectNode();
        URI token = endpoint(file.endpoints().token(), metadata, "token_endpoint", "token");
        URI device = endpoint(
                file.endpoints().deviceAuthorization(),
                metadata,
                "device_authorization_endpoint",
                "device_authorization");
        String audience = Objects.requireNonNullElse(file.issuer(), token).toString();
        return new LoadTarget(
                file.name(),
                file.issuer(),
                token,
                device,
                new ReadyClients(file.clients(), audience).of(keys),
                scope(),
                file.extraParameters(),
                reach,
                file.loadAllowed(),
                file.timing().lateExpiry(),
                file.windows().afterApproval(),
                approving());
    }

    private @Nullable Approving approving() {
        Approval approval = file.approval();
        boolean possible = approval.by() == Approval.By.BROWSER || approval.by() == Approval.By.COMMAND;
        if (!possible || file.users().isEmpty()) {
            return null;
        }
        User user = file.users().get(0);
        return new Approving(
                approval.by() == Approval.By.COMMAND ? approval.command() : List.of(),
                file.directory(),
                user.username(),
                user.password().reveal(),
                approval.patience());
    }

    private @Nullable String scope() {
        Client main = file.clients().main();
        return main.scope() == null ? file.scope() : main.scope();
    }

    private static Reach reach(Http http) {
        Map<String, String> headers = new LinkedHashMap<>();
        http.headers().forEach((name, value) -> headers.put(name, value.reveal()));
        return new Reach(http.timeout(), http.proxy(), http.caFile(), http.insecure(), headers);
    }

    private boolean needsMetadata() {
        return file.endpoints().token() == null || file.endpoints().deviceAuthorization() == null;
    }

    private JsonNode metadata() {
        URI issuer = file.issuer();
        if (issuer == null) {
            return JSON.createObjectNode();
        }
        List<String> gists = new ArrayList<>();
        for (Server.Style style : Server.Style.values()) {
            URI location = Discovery.location(issuer, style);
            HttpResponse<byte[]> response = get(location);
            JsonNode document = json(response.body());
            if (response.statusCode() == 200 && document != null) {
                return document;
            }
            gists.add(location + ": HTTP " + response.statusCode());
        }
        throw new LoadRefused(
                LoadRefused.NO_FLOW,
                "no metadata was found for the issuer (" + String.join(", ", gists)
                        + "): give endpoints.device_authorization and endpoints.token in the target file");
    }

    private HttpResponse<byte[]> get(URI location) {
        HttpRequest.Builder request = HttpRequest.newBuilder(location).timeout(reach.timeout());
        reach.headers().forEach(request::header);
        try {
            return Bounded.send(http, request.build(), reach.timeout());
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new LoadRefused(LoadRefused.NO_FLOW, "issuer: " + location + " cannot be reached: " + why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadRefused(LoadRefused.NO_FLOW, "interrupted while looking for the metadata");
        }
    }

    private static @Nullable JsonNode json(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node != null && node.isObject() ? node : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static URI endpoint(@Nullable URI given, JsonNode metadata, String member, String key) {
        if (given != null) {
            return given;
        }
        String found = metadata.path(member).asText();
        if (found.startsWith("http://") || found.startsWith("https://")) {
            try {
                return new URI(found);
            } catch (URISyntaxException e) {
                throw new LoadRefused(
                        LoadRefused.WRONG_INPUT,
                        "the " + member + " in the metadata of the issuer is no address: give endpoints." + key
                                + " in the target file");
            }
        }
        throw new LoadRefused(
                LoadRefused.WRONG_INPUT,
                "the metadata of the issuer has no " + member + ": give endpoints." + key + " in the target file");
    }
}

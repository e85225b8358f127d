package org.devicegrant.conformance.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.http.Answer;

/** Embedded servers that speak each dialect, by its name. */
public final class DialectPresets {
    private static final Map<String, String> CAMEL_CASE = Map.of(
            "device_code", "deviceCode",
            "user_code", "userCode",
            "verification_uri", "verificationUri",
            "verification_uri_complete", "verificationUriComplete",
            "expires_in", "expiresIn");

    private DialectPresets() {}

    /** What makes a server speak each of them. */
    public static Map<String, Consumer<Behaviour>> all() {
        Map<String, Consumer<Behaviour>> all = new LinkedHashMap<>();
        all.put("github-200", DialectPresets::gitHub);
        all.put("google", DialectPresets::google);
        all.put("microsoft", DialectPresets::microsoft);
        all.put("aws-sso", DialectPresets::aws);
        all.put("dex-legacy", DialectPresets::dex);
        return all;
    }

    private static void gitHub(Behaviour behaviour) {
        behaviour.onToken((request, answer) -> answer.has("error") ? answer.status(200) : answer);
    }

    private static void google(Behaviour behaviour) {
        behaviour.onDevice((request, answer) ->
                answer.rename("verification_uri", "verification_url").remove("verification_uri_complete"));
        behaviour.onToken((request, answer) -> answer.hasError("authorization_pending")
                ? answer.status(428)
                : answer.hasError("slow_down") || answer.hasError("access_denied") ? answer.status(403) : answer);
    }

    private static void microsoft(Behaviour behaviour) {
        behaviour.onDevice((request, answer) -> answer.remove("verification_uri_complete")
                .set(
                        "message",
                        "To sign in, open the page "
                                + answer.textOf("verification_uri").orElse("") + " and enter the code "
                                + answer.textOf("user_code").orElse("")));
        behaviour.onToken((request, answer) -> answer.has("error") ? traced(answer) : answer);
    }

    private static Answer traced(Answer answer) {
        Answer named = answer.hasError("access_denied") ? answer.set("error", "authorization_declined") : answer;
        return named.set("error_description", "AADSTS70016: pending.\r\nTrace ID: " + UUID.randomUUID())
                .set("error_codes", List.of(70016))
                .set("trace_id", UUID.randomUUID().toString())
                .set("correlation_id", UUID.randomUUID().toString());
    }

    private static void aws(Behaviour behaviour) {
        behaviour.onDevice((request, answer) -> {
            Answer renamed = answer;
            for (Map.Entry<String, String> name : CAMEL_CASE.entrySet()) {
                renamed = renamed.rename(name.getKey(), name.getValue());
            }
            return renamed;
        });
    }

    private static void dex(Behaviour behaviour) {
        behaviour.onToken((request, answer) ->
                answer.hasError("authorization_pending") || answer.hasError("slow_down") ? answer.status(401) : answer);
    }
}

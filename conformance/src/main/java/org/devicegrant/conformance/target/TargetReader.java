package org.devicegrant.conformance.target;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the whole target. Where something is wrong the target is not usable, but reading goes on to find the rest. */
final class TargetReader {
    private static final List<String> OWN_PARAMETERS = List.of(
            "client_id",
            "client_secret",
            "client_assertion",
            "client_assertion_type",
            "scope",
            "resource",
            "authorization_details");

    private final Section root;

    TargetReader(Section root) {
        this.root = root;
    }

    Target read() {
        URI issuer = root.value("issuer", Kind.ISSUER);
        Endpoints endpoints = endpoints(root.section("endpoints"));
        String name = root.text("name");
        List<User> users = users();
        Target target = new Target(
                name == null ? defaultName(issuer, endpoints) : name,
                issuer,
                endpoints,
                root.value("scope", Kind.SCOPE),
                clients(),
                users,
                ApprovalReader.read(root.section("approval")),
                extraParameters(),
                SettingsReader.windows(root.section("windows")),
                SettingsReader.timing(root.section("timing")),
                SettingsReader.http(root.section("http")),
                probes(),
                SettingsReader.kiosk(root.section("kiosk"), users),
                SettingsReader.registration(root.section("registration")),
                SettingsReader.hooks(root.section("hooks")),
                SettingsReader.loadAllowed(root.section("load")),
                SettingsReader.objectives(root.section("objectives")),
                root.directory());
        root.finish();
        return target;
    }

    private Endpoints endpoints(Section section) {
        Endpoints endpoints = new Endpoints(
                section.value("device_authorization", Kind.ADDRESS),
                section.value("token", Kind.ADDRESS),
                section.value("userinfo", Kind.ADDRESS),
                section.value("introspection", Kind.ADDRESS),
                section.value("registration", Kind.ADDRESS));
        if (!root.has("issuer") && !(section.has("device_authorization") && section.has("token"))) {
            root.problem(
                    "issuer",
                    "missing",
                    "Write the issuer, or both endpoints.device_authorization and endpoints.token.");
        }
        section.finish();
        return endpoints;
    }

    private Clients clients() {
        Section section = root.section("clients");
        if (!section.present()) {
            root.problem(
                    "clients", "missing", "Name a client that may use the grant: clients: {public: {client_id: ...}}.");
        }
        return section.present() ? ClientReader.read(section) : Clients.onlyPublic(Client.publicClient(""));
    }

    private List<User> users() {
        List<User> users = new ArrayList<>();
        for (Section section : root.sections("users")) {
            section.require("username", "Write the name that the user signs in with.");
            section.require("password", "Write it as \"${VARIABLE}\" or file:PATH rather than in the open.");
            String username = section.text("username");
            Secret password = Attachments.secret(section, "password");
            if (users.stream().anyMatch(user -> user.username().equals(username))) {
                section.problem("username", "is there already", "Every user is somebody else.");
            }
            users.add(new User(username == null ? "" : username, password == null ? Secret.of("") : password));
            section.finish();
        }
        return users;
    }

    private Map<String, String> extraParameters() {
        Map<String, String> parameters = root.entries("extra_parameters");
        OWN_PARAMETERS.stream()
                .filter(parameters::containsKey)
                .forEach(name -> root.section("extra_parameters")
                        .problem(
                                name,
                                "is set by the harness itself",
                                "Leave it out; scope and clients have keys of their own."));
        return parameters;
    }

    private Probes probes() {
        String narrow = root.value("narrow_scope", Kind.SCOPE);
        String scope = root.text("scope");
        if (narrow != null && !isRealPart(narrow, scope)) {
            root.problem(
                    "narrow_scope",
                    "is not a real part of scope",
                    "Leave out at least one value of scope, and add none.");
        }
        return new Probes(
                root.value("forbidden_scope", Kind.SCOPE),
                narrow,
                root.entries("scope_texts"),
                root.values("resources", Kind.RESOURCE),
                root.value("probe_resource", Kind.ADDRESS),
                Json.of(root, "authorization_details"),
                root.values("verification_hosts", Kind.TEXT));
    }

    private static boolean isRealPart(String narrow, @Nullable String scope) {
        List<String> whole = scope == null ? List.of() : Arrays.asList(scope.split(" "));
        List<String> part = Arrays.asList(narrow.split(" "));
        return whole.containsAll(part) && !part.containsAll(whole);
    }

    private static String defaultName(@Nullable URI issuer, Endpoints endpoints) {
        URI known = issuer == null ? endpoints.token() : issuer;
        return known == null ? "target" : known.getHost();
    }
}

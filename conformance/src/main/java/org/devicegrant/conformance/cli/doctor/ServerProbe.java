package org.devicegrant.conformance.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.devicegrant.conformance.flow.Server;
import org.devicegrant.conformance.target.Endpoints;
import org.devicegrant.conformance.target.Target;
import org.jspecify.annotations.Nullable;

/** What the metadata says beside the target file. Sends nothing. */
final class ServerProbe {
    private final Target target;
    private final Server server;
    private final List<Remark> remarks = new ArrayList<>();

    ServerProbe(Target target, Server server) {
        this.target = target;
        this.server = server;
    }

    List<Remark> remarks() {
        issuer();
        Endpoints given = target.endpoints();
        endpoint("device_authorization", given.deviceAuthorization(), server.deviceAuthorization());
        endpoint("token", given.token(), server.token());
        endpoint("userinfo", given.userinfo(), server.userinfo());
        endpoint("introspection", given.introspection(), server.introspection());
        endpoint("registration", given.registration(), server.registration());
        if (!"https".equals(server.token().getScheme())) {
            remarks.add(Remark.note("endpoints.token", "not behind TLS, which is for tests on one machine only"));
        }
        if (target.http().insecure()) {
            remarks.add(
                    Remark.note("http.insecure", "certificate errors are ignored; TLS itself is not judged this way"));
        }
        return remarks;
    }

    private void issuer() {
        if (server.issuer() == null) {
            remarks.add(Remark.note("issuer", "not given, so metadata is not read and not judged"));
            return;
        }
        if (server.metadata().isEmpty()) {
            remarks.add(Remark.note("issuer", "publishes no metadata; the endpoints of the target file are used"));
        }
        for (Server.Document document : server.metadata()) {
            JsonNode named = document.answer().member("issuer");
            String where = document.style().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " metadata";
            if (named.isTextual() && !named.textValue().equals(String.valueOf(target.issuer()))) {
                remarks.add(Remark.note(
                        "issuer",
                        where + " names another issuer, " + shortened(named.textValue())
                                + "; write that one here if it is the right one"));
            } else {
                remarks.add(Remark.good(
                        "issuer", where + " at " + document.answer().request().url()));
            }
        }
    }

    private void endpoint(String name, @Nullable URI given, @Nullable URI used) {
        if (used != null) {
            String origin = given == null ? "from the metadata: " : "from the target file: ";
            remarks.add(Remark.good("endpoints." + name, origin + used));
        }
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= 100 ? printable : printable.substring(0, 97) + "...";
    }
}

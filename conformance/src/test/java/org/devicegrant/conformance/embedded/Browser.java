package org.devicegrant.conformance.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.devicegrant.conformance.embedded.client.Users;

/** A browser without scripts: keeps the cookie, follows redirects, and sends the one form of the page. */
final class Browser {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(name|value|type)=\"([^\"]*)\"");

    private final Map<String, String> headers = new LinkedHashMap<>();
    private String cookie = "";
    private HttpResponse<String> page;

    Browser(String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            headers.put(pairs[i], pairs[i + 1]);
        }
    }

    Browser open(String address) {
        return follow(request(URI.create(address)).GET());
    }

    /** Fills the fields and sends the form, with what it has hidden. */
    Browser send(String... pairs) {
        return follow(request(page.uri().resolve(action()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(filled(pairs))));
    }

    /** Body that {@link #send} would send. */
    String filled(String... pairs) {
        Map<String, String> fields = hidden();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return Wire.form(fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new));
    }

    /** Opens, types the code, signs in if asked, and stops at the decision. */
    Browser toDecision(Wire.Reply started, String user) {
        open(started.text("verification_uri"));
        send("user_code", started.text("user_code"));
        return shows("name=\"password\"") ? signIn(user) : this;
    }

    Browser signIn(String user) {
        var known = new Users().named(user);
        return send("username", known.name(), "password", known.password());
    }

    Browser approve(Wire.Reply started, String user) {
        return toDecision(started, user).send("decision", "approve");
    }

    Browser refuse(Wire.Reply started, String user) {
        return toDecision(started, user).send("decision", "deny");
    }

    String text() {
        return page.body();
    }

    int status() {
        return page.statusCode();
    }

    HttpResponse<String> page() {
        return page;
    }

    boolean shows(String text) {
        return text().contains(text);
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        headers.forEach(request::header);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private Browser follow(HttpRequest.Builder request) {
        try {
            page = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        page.headers().firstValue("Set-Cookie").ifPresent(line -> cookie = line.substring(0, line.indexOf(';')));
        Optional<String> location = page.headers().firstValue("Location");
        return location.isPresent()
                ? follow(request(page.uri().resolve(location.get())).GET())
                : this;
    }

    private String action() {
        Matcher matcher = Pattern.compile("action=\"([^\"]*)\"").matcher(text());
        if (!matcher.find()) {
            throw new AssertionError("There is no form on the page: " + text());
        }
        return matcher.group(1);
    }

    private Map<String, String> hidden() {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(text());
        while (inputs.find()) {
            Map<String, String> attributes = new LinkedHashMap<>();
            Matcher matcher = ATTRIBUTE.matcher(inputs.group(1));
            while (matcher.find()) {
                attributes.put(matcher.group(1), matcher.group(2));
            }
            if ("hidden".equals(attributes.get("type"))) {
                fields.put(attributes.get("name"), attributes.get("value"));
            }
        }
        return fields;
    }
}

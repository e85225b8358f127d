package org.devicegrant.conformance.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.client.Users;

/** A browser without scripts: keeps the cookie, follows redirects, and sends the one form of the page. */
public final class Browser {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(name|value|type)=\"([^\"]*)\"");
    private static final int LONGEST_WALK = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<String, String> headers = new LinkedHashMap<>();
    private String cookie = "";
    private HttpResponse<String> page;

    /** With headers that every request carries. */
    public Browser(String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            headers.put(pairs[i], pairs[i + 1]);
        }
    }

    /** Opens a page. */
    public Browser open(String address) {
        return follow(request(URI.create(address)).GET());
    }

    /** Fills the fields and sends the form, with what it has hidden. */
    Browser send(String... pairs) {
        return sendRaw(filled(pairs));
    }

    Browser sendRaw(String body) {
        return follow(request(page.uri().resolve(action()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Body that {@link #send} would send. */
    String filled(String... pairs) {
        List<String> all = new ArrayList<>();
        List<String> given = List.of(pairs);
        for (Map.Entry<String, String> field : hidden().entrySet()) {
            if (!given.contains(field.getKey())) {
                all.addAll(List.of(field.getKey(), field.getValue()));
            }
        }
        all.addAll(given);
        return Wire.form(all.toArray(String[]::new));
    }

    /** Goes from page to page, in whatever order they come, until no form is left. */
    public Browser walk(String userCode, String user, boolean approve) {
        for (int step = 0; step < LONGEST_WALK && shows("<form"); step++) {
            send(fields(userCode, new Users().named(user), approve).toArray(String[]::new));
        }
        return this;
    }

    /** Opens, types the code, signs in if asked, and stops at the decision. */
    Browser toDecision(Wire.Reply started, String user) {
        open(started.text("verification_uri"));
        send("user_code", started.text("user_code"));
        return shows("name=\"password\"") ? signIn(user) : this;
    }

    Browser signIn(String user) {
        User known = new Users().named(user);
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

    /** Whether the page has this in its source. */
    public boolean shows(String text) {
        return text().contains(text);
    }

    /** The status that the page came with. */
    public int status() {
        return page.statusCode();
    }

    HttpResponse<String> page() {
        return page;
    }

    String cookie() {
        return cookie;
    }

    private List<String> fields(String userCode, User user, boolean approve) {
        List<String> pairs = new ArrayList<>();
        if (shows("class=\"boxes\"")) {
            userCode.chars()
                    .filter(Character::isLetterOrDigit)
                    .forEach(c -> pairs.addAll(List.of("user_code", Character.toString(c))));
        } else if (shows("name=\"user_code\"") && !hidden().containsKey("user_code")) {
            pairs.addAll(List.of("user_code", userCode));
        }
        if (shows("name=\"username\"") && !hidden().containsKey("username")) {
            pairs.addAll(List.of("username", user.name()));
        }
        if (shows("name=\"password\"")) {
            pairs.addAll(List.of("password", user.password()));
        }
        Matcher boxes =
                Pattern.compile("name=\"scope\" value=\"([^\"]*)\" checked").matcher(text());
        while (boxes.find()) {
            pairs.addAll(List.of("scope", boxes.group(1)));
        }
        String choice = approve ? "approve" : "deny";
        if (shows("name=\"decision:" + choice)) {
            pairs.addAll(List.of("decision:" + choice, "pressed"));
        } else if (shows("name=\"decision\"")) {
            pairs.addAll(List.of("decision", choice));
        }
        return pairs;
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
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

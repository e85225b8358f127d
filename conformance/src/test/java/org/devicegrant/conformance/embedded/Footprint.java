package org.devicegrant.conformance.embedded;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.devicegrant.conformance.embedded.http.ServerClock;

/**
 * Everything that a server answers on the ordinary ways of devices and browsers: codes, polls in time and too fast, wrong
 * codes, links, a sign-in, an approval, a refusal, the end of a code. What is drawn by lot is numbered in the order in which
 * it first appears, so that two conforming servers leave the same footprint. No time passes but what is skipped.
 */
public final class Footprint {
    /** User codes, ports, and long words with capitals or digits. */
    private static final Pattern LOT = Pattern.compile("[A-Z]{4}-[A-Z]{4}|(?<=127[.]0[.]0[.]1:)[0-9]+"
            + "|(?<![A-Za-z0-9_-])(?=[a-z_-]*[A-Z0-9])[A-Za-z0-9_-]{20,}");

    /** A little more than devices are told to wait, as checks do. */
    private static final Duration INTERVAL = Duration.ofMillis(5_300);

    private final List<String> answers = new ArrayList<>();
    private final Map<String, Integer> lots = new HashMap<>();
    private final Running running;

    private Footprint(Running running) {
        this.running = running;
    }

    /** That of a server that was bent so. */
    public static List<String> of(Consumer<Behaviour> bend) {
        try (Running running = Running.with(behaviour -> {
            bend.accept(behaviour);
            behaviour.transport().clock(ServerClock.faster(Double.MIN_VALUE));
        })) {
            Footprint footprint = new Footprint(running);
            footprint.walkAsFarAsPossible();
            return footprint.answers;
        }
    }

    private void walkAsFarAsPossible() {
        try {
            walk();
        } catch (RuntimeException | AssertionError broken) {
            answers.add(broken.getClass().getName());
        }
    }

    private void walk() {
        Browser browser = new Browser();
        Wire.Reply approved = polled();
        see(browser.open(approved.text("verification_uri")));
        for (String typed : List.of("B", "BBBB-BBBB", approved.text("user_code").toLowerCase(Locale.ROOT))) {
            see(new Browser().open(approved.text("verification_uri")).send("user_code", typed));
        }
        see(browser.toDecision(approved, "alice"));
        see(browser.send("decision", "approve"));
        redeem(approved);
        see(browser.open(approved.text("verification_uri_complete")));

        Wire.Reply refused = polled();
        see(browser.open(refused.text("verification_uri_complete")));
        see(browser.send("user_code", refused.text("user_code")));
        see(browser.send("decision", "deny"));
        redeem(refused);
        startOtherwise();
        outlive(polled(), browser);
    }

    private Wire.Reply polled() {
        Wire.Reply started = seen(running.wire().start());
        Wire.Reply another = seen(running.wire().start());
        for (int poll = 0; poll < 2; poll++) {
            seen(running.wire().poll(started));
            seen(running.wire().poll(another));
            running.skip(INTERVAL);
        }
        seen(running.wire().poll(started));
        seen(running.wire().poll(started));
        running.skip(INTERVAL.multipliedBy(2));
        return started;
    }

    private void redeem(Wire.Reply started) {
        for (int poll = 0; poll < 2; poll++) {
            seen(running.wire().poll(started));
            running.skip(INTERVAL.multipliedBy(2));
        }
    }

    private void startOtherwise() {
        for (String body : List.of("client_id=tv-public", "client_id=tv-public&scope=openid", "client_id=tv-other")) {
            Wire.Reply started = seen(running.wire().post("/device_authorization", body));
            see(new Browser().toDecision(started, "bob"));
        }
    }

    private void outlive(Wire.Reply started, Browser browser) {
        running.skipSeconds(started.json().path("expires_in").asLong());
        see(browser.open(started.text("verification_uri_complete")));
        seen(running.wire().poll(started));
    }

    private Wire.Reply seen(Wire.Reply reply) {
        see(reply.raw());
        return reply;
    }

    private void see(Browser browser) {
        see(browser.page());
    }

    private void see(HttpResponse<String> answer) {
        StringBuilder text = new StringBuilder();
        text.append(answer.statusCode()).append(' ').append(answer.uri()).append('\n');
        new TreeMap<>(answer.headers().map())
                .forEach((name, values) -> text.append(name).append(values).append('\n'));
        String all = text.append(answer.body()).toString();
        answers.add(LOT.matcher(all).replaceAll(lot -> "lot " + lots.computeIfAbsent(lot.group(), l -> lots.size())));
    }
}

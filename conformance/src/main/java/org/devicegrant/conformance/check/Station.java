package org.devicegrant.conformance.check;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.devicegrant.browser.BrowserLauncher;
import org.devicegrant.conformance.exchange.Header;
import org.devicegrant.conformance.exchange.Http;
import org.devicegrant.conformance.exchange.HttpOptions;
import org.devicegrant.conformance.exchange.Overheard;
import org.devicegrant.conformance.exchange.Redaction;
import org.devicegrant.conformance.exchange.Transcript;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.flow.Pace;
import org.devicegrant.conformance.flow.Standstills;
import org.devicegrant.conformance.flow.Unusable;
import org.devicegrant.conformance.flow.Urgency;
import org.devicegrant.conformance.flow.Waiting;
import org.devicegrant.conformance.flow.Wire;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.target.Clients;
import org.devicegrant.conformance.target.Secret;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.user.Decider;
import org.devicegrant.conformance.user.Desk;
import org.devicegrant.reports.model.ExchangeRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a run needs before it knows the server: connection, clock, evidence, browsers. Closing it closes all of them.
 */
public record Station(
        Target target,
        Catalogue catalogue,
        Http http,
        Redaction redaction,
        Transcript transcript,
        Clock clock,
        Pace pace,
        Waiting waiting,
        Desk desk,
        Decider decider,
        RunListener listener,
        Standstills standstills,
        long start)
        implements AutoCloseable {

    private static final int MAX_BODY = 1 << 20;

    /**
     * Sets up.
     *
     * @param clock the machine's clock, or one that a test bends
     * @param sink gets each exchange as soon as it is complete
     * @throws Unusable if the target file's CA certificates cannot be used
     */
    public static Station open(
            Target target,
            RunOptions options,
            Clock clock,
            Decider decider,
            RunListener listener,
            Consumer<ExchangeRecord> sink) {
        Redaction redaction = new Redaction();
        concealSecrets(target, redaction);
        long start = clock.nanos();
        Transcript transcript = new Transcript(redaction, start, sink);
        Desk desk = new Desk(
                () -> BrowserLauncher.launch(
                        Browsing.options(target, screenshots(options), new Overheard(redaction)::page)),
                clock);
        return new Station(
                target,
                Catalogue.load(),
                http(target, transcript, clock),
                redaction,
                transcript,
                clock,
                new Pace(target.timing().startsPerSecond(), clock, desk::isMine),
                new Waiting(clock, options.maxWait()),
                desk,
                decider,
                listener,
                new Standstills(clock),
                start);
    }

    private static @Nullable Path screenshots(RunOptions options) {
        return options.out() == null ? null : options.out().resolve("screenshots");
    }

    private static Http http(Target target, Transcript transcript, Clock clock) {
        try {
            List<Header> headers = target.http().headers().entrySet().stream()
                    .map(h -> new Header(h.getKey(), h.getValue().reveal()))
                    .toList();
            Duration whole = target.http().timeout();
            Duration connect = whole.compareTo(Duration.ofSeconds(10)) < 0 ? whole : Duration.ofSeconds(10);
            HttpOptions options = new HttpOptions(
                    target.http().proxy(),
                    target.http().caFile(),
                    target.http().insecure(),
                    headers,
                    connect,
                    whole,
                    MAX_BODY);
            return new Http(options, transcript, clock);
        } catch (IOException e) {
            throw Unusable.target("http.ca_file: " + e.getMessage());
        }
    }

    private static void concealSecrets(Target target, Redaction redaction) {
        target.users()
                .forEach(user -> redaction.conceal("password", user.password().reveal()));
        target.http().headers().forEach((name, value) -> redaction.conceal("header", value.reveal()));
        Clients clients = target.clients();
        for (Client client : new @Nullable Client[] {
            clients.public_(),
            clients.other(),
            clients.confidential(),
            clients.withoutGrant(),
            clients.privateKeyJwt(),
            clients.specialCharacters(),
            clients.disposable(),
            clients.kiosk(),
            clients.introspection()
        }) {
            Secret secret = client == null ? null : client.clientSecret();
            if (secret != null) {
                redaction.conceal("client_secret", secret.reveal());
            }
        }
        Secret initial = target.registration().initialAccessToken();
        if (initial != null) {
            redaction.conceal("initial_access_token", initial.reveal());
        }
    }

    /** A way to the server for what happens before the checks. */
    Wire wire(String purpose) {
        return new Wire(purpose, Urgency.PLAIN, http, clock, pace);
    }

    @Override
    public void close() {
        standstills.close();
        desk.close();
        http.close();
    }
}

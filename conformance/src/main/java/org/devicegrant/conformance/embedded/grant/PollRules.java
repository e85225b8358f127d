package org.devicegrant.conformance.embedded.grant;

import java.time.Duration;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Around;
import org.devicegrant.conformance.embedded.http.Layers;
import org.jspecify.annotations.Nullable;

/** How polls are judged (RFC 8628 sections 3.4 and 3.5). Conforming as it is made. */
public final class PollRules {
    private final Layers<Poll, Answer> layers = new Layers<>();
    private Duration interval = Duration.ofSeconds(5);
    private @Nullable Duration enforced;
    private Duration tolerance = Duration.ofMillis(250);
    private boolean announced = true;
    private Throttle throttle = Throttle.perCode();
    private boolean throttledBeforeExpiry;
    private boolean throttledWhenApproved;
    private boolean clientCompared = true;
    private Redemption redemption = Redemption.once();

    /** The interval that is announced, and enforced unless {@link #enforced} says otherwise. Whole seconds. */
    public PollRules interval(Duration rule) {
        this.interval = rule;
        return this;
    }

    /** The interval that is enforced. */
    public PollRules enforced(Duration rule) {
        this.enforced = rule;
        return this;
    }

    /** How much too early a poll may be. */
    public PollRules tolerance(Duration rule) {
        this.tolerance = rule;
        return this;
    }

    /** Whether the answer names the interval. */
    public PollRules announced(boolean rule) {
        this.announced = rule;
        return this;
    }

    /** Which polls are too fast. */
    public PollRules throttle(Throttle rule) {
        this.throttle = rule;
        return this;
    }

    /** Whether speed is looked at before anything else. */
    public PollRules throttledBeforeExpiry(boolean rule) {
        this.throttledBeforeExpiry = rule;
        return this;
    }

    /** Whether an approved code polled too fast has to wait, too. */
    public PollRules throttledWhenApproved(boolean rule) {
        this.throttledWhenApproved = rule;
        return this;
    }

    /** Whether a code serves its own client only. */
    public PollRules clientCompared(boolean rule) {
        this.clientCompared = rule;
        return this;
    }

    /** How an approval becomes tokens. */
    public PollRules redemption(Redemption rule) {
        this.redemption = rule;
        return this;
    }

    /** Puts a layer around the judgement of a poll, comparison of the client included. */
    public PollRules around(Around<Poll, Answer> layer) {
        layers.add(layer);
        return this;
    }

    public Duration interval() {
        return interval;
    }

    public boolean announced() {
        return announced;
    }

    Duration enforced() {
        return enforced == null ? interval : enforced;
    }

    Duration tolerance() {
        return tolerance;
    }

    Throttle throttle() {
        return throttle;
    }

    boolean throttledBeforeExpiry() {
        return throttledBeforeExpiry;
    }

    boolean throttledWhenApproved() {
        return throttledWhenApproved;
    }

    boolean clientCompared() {
        return clientCompared;
    }

    Redemption redemption() {
        return redemption;
    }

    Layers<Poll, Answer> layers() {
        return layers;
    }
}

package org.devicegrant.browser.walk;

import java.time.Duration;

/**
 * How long pages may take before something else is tried.
 *
 * @param reaction how long a page may take to react
 * @param fading how long an overlay may take to go
 * @param rendering how long a page that says nothing may go on rendering
 * @param outcome the same once the decision is taken: an outcome is shown at once, or not at all
 * @param awakening how long a button that cannot be pressed yet may take to wake up
 */
record Tempo(Duration reaction, Duration fading, Duration rendering, Duration outcome, Duration awakening) {
    static final Tempo USUAL = new Tempo(
            Duration.ofSeconds(4),
            Duration.ofMillis(600),
            Duration.ofSeconds(6),
            Duration.ofSeconds(2),
            Duration.ofSeconds(20));
}

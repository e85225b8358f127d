package org.devicegrant.browser.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.BrowserOptions;
import org.devicegrant.browser.Profile;
import org.junit.jupiter.api.Test;

/** No browser is started: it is all about when one would be. */
class PooledBrowsersTest {
    private final StubEngine engine = new StubEngine();
    private final BrowserOptions options = BrowserOptions.defaults();

    @Test
    void noMoreArePreparedThanMayBeOut() {
        try (PooledBrowsers browsers = new PooledBrowsers(engine, options, "")) {
            browsers.prepare(options.profiles() + 5);
            assertThat(engine.started).hasValue(options.profiles());

            browsers.prepare(options.profiles());
            assertThat(engine.started).hasValue(options.profiles());
        }
    }

    @Test
    void whoeverAsksTakesAPreparedOneInsteadOfStartingAnother() {
        try (PooledBrowsers browsers = new PooledBrowsers(engine, options, "")) {
            browsers.prepare(2);
            Profile one = browsers.profile();
            Profile two = browsers.profile();
            assertThat(engine.started).hasValue(2);
            assertThat(one).isNotSameAs(two);
        }
    }

    @Test
    void whoeverAsksWhileBrowsersComeWaitsForThem() {
        try (PooledBrowsers browsers = new PooledBrowsers(engine, options, "")) {
            browsers.profile();
            engine.gate = new CompletableFuture<>();
            CompletableFuture<Void> preparing = CompletableFuture.runAsync(() -> browsers.prepare(2));
            while (engine.asked.get() < 2) {
                Thread.onSpinWait();
            }
            CompletableFuture<Profile> second = CompletableFuture.supplyAsync(browsers::profile);
            assertThat(second).isNotDone();

            engine.gate.complete(null);
            assertThat(second.join()).isNotNull();
            preparing.join();
            assertThat(engine.started).hasValue(2);
        }
    }

    @Test
    void aBrowserThatCannotBePreparedIsStartedByWhoeverNeedsIt() {
        try (PooledBrowsers browsers = new PooledBrowsers(engine, options, "")) {
            browsers.profile();
            engine.broken = true;
            assertThatThrownBy(() -> browsers.prepare(3)).isInstanceOf(BrowserFailure.class);

            engine.broken = false;
            assertThat(browsers.profile()).isNotNull();
        }
    }

    private static final class StubEngine implements Engine {
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger started = new AtomicInteger();
        private volatile boolean broken;
        private volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

        @Override
        public String description() {
            return "stub";
        }

        @Override
        public boolean runsScripts() {
            return false;
        }

        @Override
        public Seat start() {
            asked.incrementAndGet();
            gate.join();
            if (broken) {
                throw new BrowserFailure("it does not start");
            }
            started.incrementAndGet();
            return (Seat) Proxy.newProxyInstance(
                    StubEngine.class.getClassLoader(),
                    new Class<?>[] {Seat.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "isAlive" -> true;
                        case "anchor" -> "tab";
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == arguments[0];
                        default -> null;
                    });
        }

        @Override
        public void close() {}
    }
}

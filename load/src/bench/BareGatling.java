import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import com.sun.management.OperatingSystemMXBean;
import io.gatling.javaapi.core.Simulation;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** The same polls with Gatling alone: writers off, no schedule, no judgement. Prints polls per second and CPU per poll. */
public final class BareGatling extends Simulation {
    private static final int WARM_UP = Integer.getInteger("warm-up", 12);
    private static final int SECONDS = Integer.getInteger("seconds", 10);

    private final LongAdder polls = new LongAdder();

    public BareGatling() {
        setUp(scenario("polls")
                        .forever()
                        .on(exec(http("poll")
                                        .post(System.getProperty("url"))
                                        .body(StringBody(System.getProperty("body")))
                                        .check(status().is(400))
                                        .silent())
                                .exec(session -> {
                                    polls.increment();
                                    return session;
                                }))
                        .injectOpen(atOnceUsers(64)))
                .protocols(http.disableWarmUp()
                        .disableCaching()
                        .shareConnections()
                        .acceptHeader("application/json")
                        .contentTypeHeader("application/x-www-form-urlencoded"))
                .maxDuration(Duration.ofSeconds(WARM_UP + SECONDS + 1));
        Thread watch = new Thread(this::watch);
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        try {
            Thread.sleep(WARM_UP * 1000L);
            OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            long before = polls.sum();
            long cpu = system.getProcessCpuTime();
            long start = System.nanoTime();
            Thread.sleep(SECONDS * 1000L);
            long done = polls.sum() - before;
            double seconds = (System.nanoTime() - start) / 1e9;
            System.err.printf("BARE %.0f %.2f%n", done / seconds, (system.getProcessCpuTime() - cpu) / 1e3 / done);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import org.apache.jmeter.control.LoopController;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.protocol.http.control.Header;
import org.apache.jmeter.protocol.http.control.HeaderManager;
import org.apache.jmeter.protocol.http.sampler.HTTPSamplerProxy;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.TestPlan;
import org.apache.jmeter.threads.ThreadGroup;
import org.apache.jmeter.util.JMeterUtils;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;

/**
 * The same polls with JMeter: 64 threads, connections kept, nothing written, no schedule, no judgement. Prints polls per
 * second and CPU per poll. Its arguments are the address, the body, and the seconds of warm-up and of measurement.
 */
public final class JMeterPolls {
    private static final LongAdder POLLS = new LongAdder();

    private JMeterPolls() {}

    public static void main(String[] words) throws Exception {
        configure(Files.createTempDirectory("jmeter"));
        int warmUp = Integer.parseInt(words[2]);
        int seconds = Integer.parseInt(words[3]);
        StandardJMeterEngine engine = new StandardJMeterEngine();
        engine.configure(plan(URI.create(words[0]), words[1]));
        engine.runTest();
        Thread.sleep(warmUp * 1000L);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = POLLS.sum();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        Thread.sleep(seconds * 1000L);
        long done = POLLS.sum() - before;
        double took = (System.nanoTime() - start) / 1e9;
        System.err.printf("JMETER %.0f %.2f%n", done / took, (system.getProcessCpuTime() - cpu) / 1e3 / done);
        Runtime.getRuntime().halt(0);
    }

    private static void configure(Path home) throws IOException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        // Otherwise each iteration of a thread opens a connection of its own.
        Path properties = Files.writeString(
                bin.resolve("jmeter.properties"), "httpclient.reset_state_on_thread_group_iteration=false\n");
        JMeterUtils.setJMeterHome(home.toString());
        JMeterUtils.loadJMeterProperties(properties.toString());
        JMeterUtils.initLocale();
    }

    private static HashTree plan(URI url, String body) {
        HTTPSamplerProxy poll = new HTTPSamplerProxy();
        poll.setProtocol("http");
        poll.setDomain(url.getHost());
        poll.setPort(url.getPort());
        poll.setPath(url.getPath());
        poll.setMethod("POST");
        poll.setUseKeepAlive(true);
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            // JMeter encodes it again.
            poll.addArgument(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        HeaderManager headers = new HeaderManager();
        headers.add(new Header("Accept", "application/json"));

        LoopController forever = new LoopController();
        forever.setLoops(LoopController.INFINITE_LOOP_COUNT);
        forever.setFirst(true);
        forever.initialize();
        ThreadGroup threads = new ThreadGroup();
        threads.setName("polls");
        threads.setNumThreads(64);
        threads.setRampUp(0);
        threads.setSamplerController(forever);

        HashTree tree = new ListedHashTree();
        HashTree group = tree.add(new TestPlan("polls"), threads);
        group.add(poll).add(headers);
        group.add(new Counting());
        return tree;
    }

    /** Counts what came back as it should: a 400 is what a poll is answered with. */
    public static final class Counting extends AbstractTestElement implements SampleListener {
        private static final long serialVersionUID = 1;

        @Override
        public void sampleOccurred(SampleEvent event) {
            if (event.getResult().getResponseCode().equals("400")) {
                POLLS.increment();
            }
        }

        @Override
        public void sampleStarted(SampleEvent event) {
            // Only what has come back counts.
        }

        @Override
        public void sampleStopped(SampleEvent event) {
            // Likewise.
        }
    }
}

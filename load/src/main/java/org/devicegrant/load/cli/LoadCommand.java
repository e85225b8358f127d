package org.devicegrant.load.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.devicegrant.conformance.cli.TargetOptions;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.LoadRun;
import org.devicegrant.load.measure.HistogramSink;
import org.devicegrant.load.merge.HistogramLog;
import org.devicegrant.load.result.LoadFiles;
import org.devicegrant.load.run.Shortage;
import org.devicegrant.load.scenario.ScenarioKind;
import org.devicegrant.load.target.Resolution;
import org.devicegrant.reports.Caution;
import org.devicegrant.reports.model.LoadReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code device-grant load}. */
@Command(
        name = "load",
        subcommands = MergeCommand.class,
        description = {
            "Puts load on a server and reports what it carries.",
            "",
            "SCENARIO is one of steady, storm, issuance, approval-wave, expiry-wave, backlog, soak, capacity;"
                    + " 'device-grant list scenarios' describes them. Only this machine may be loaded, unless the"
                    + " target file says 'load: {allowed: true}'."
        })
public final class LoadCommand implements Callable<Integer> {
    private static final int INTERRUPTED_REPORT_SECONDS = 25;
    private static final int OWN_FAULT = 70;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", arity = "0..1", description = "What the devices do.")
    @Nullable String scenario;

    @Mixin
    TargetOptions targetOptions = new TargetOptions(System.getenv());

    @Option(names = "--out", paramLabel = "DIR", description = "Where the report goes.")
    Path out;

    @Mixin
    LoadSwitches switches = new LoadSwitches();

    @Mixin
    SearchSwitches search = new SearchSwitches();

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            return run();
        } catch (LoadRefused e) {
            err.println("device-grant: " + e.getMessage());
            return e.exitCode();
        } catch (OutOfMemoryError e) {
            err.println("device-grant: " + Shortage.MEMORY.reason() + ": " + Shortage.MEMORY.way());
            return OWN_FAULT;
        }
    }

    private int run() throws IOException {
        if (scenario == null) {
            throw new LoadRefused(
                    LoadRefused.WRONG_INPUT,
                    "which scenario? Name one, for example steady; 'device-grant list scenarios' describes them");
        }
        ScenarioKind kind = switches.scenario(scenario);
        Target target = targetOptions.target();
        LoadRun run =
                new LoadRun(Resolution.of(target, switches.clients), kind, switches.options(target, search.search()));
        CountDownLatch reported = new CountDownLatch(1);
        Thread hook = new Thread(() -> interrupt(run, reported), "load-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Path directory = out == null ? Path.of("device-grant-reports", target.name() + "-load") : out;
            LoadReport report = report(run, kind, directory);
            LoadFiles.write(report, directory);
            tell(report, directory, spec.commandLine().getOut());
            return report.exitCode();
        } finally {
            reported.countDown();
            forget(hook);
        }
    }

    private LoadReport report(LoadRun run, ScenarioKind kind, Path directory) throws IOException {
        Path file = directory.resolve(LoadFiles.HISTOGRAMS);
        if (!kind.shared()) {
            Files.deleteIfExists(file);
            return report(run, kind, HistogramSink.NONE);
        }
        try (HistogramLog log = HistogramLog.create(file)) {
            return report(run, kind, log);
        }
    }

    private LoadReport report(LoadRun run, ScenarioKind kind, HistogramSink histograms) {
        if (quiet()) {
            return run.run(histograms, tick -> {});
        }
        Progress progress = new Progress(spec.commandLine().getErr(), kind.word(), System.console() != null);
        try {
            return run.run(histograms, progress);
        } finally {
            progress.done();
        }
    }

    /** The option belongs to the command above. */
    private boolean quiet() {
        OptionSpec option = spec.findOption("--quiet");
        return option != null && Boolean.TRUE.equals(option.<Boolean>getValue());
    }

    static void tell(LoadReport report, Path directory, PrintWriter screen) {
        report.conclusions().forEach(screen::println);
        report.notes().stream().filter(Caution.INSECURE::equals).forEach(note -> screen.println("INSECURE  " + note));
        screen.println(directory.resolve(LoadFiles.PAGE));
        screen.flush();
    }

    /** Ctrl-C: the run ends soon and its report is written before the process is gone. */
    private static void interrupt(LoadRun run, CountDownLatch reported) {
        run.stop("it was interrupted");
        try {
            reported.await(INTERRUPTED_REPORT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already: the hook is what waits for us.
            return;
        }
    }
}

package org.devicegrant.conformance.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where the tool starts. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        // Without a logging back end on the class path SLF4J would say so on every start.
        System.getProperties().putIfAbsent("slf4j.internal.verbosity", "ERROR");
        if (Runtime.version().feature() >= 25) {
            // Otherwise proxies made by Byte Buddy print warnings about sun.misc.Unsafe. Must come first.
            System.setProperty("net.bytebuddy.safe", "true");
        }
        int code = run(List.of(arguments), Surroundings.ofProcess(), out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs the command line and returns its exit code. */
    static int run(List<String> arguments, Surroundings surroundings, PrintWriter out, PrintWriter err) {
        // Asked for by scripts, so it must not pay for the other commands.
        if (arguments.equals(List.of("--version")) || arguments.equals(List.of("-V"))) {
            out.println(Versions.text());
            return 0;
        }
        return CommandTree.of(surroundings).setOut(out).setErr(err).execute(arguments.toArray(String[]::new));
    }
}

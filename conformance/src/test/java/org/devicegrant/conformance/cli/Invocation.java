package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** One call of the command line and what came of it. */
record Invocation(int code, String out, String err) {
    static Invocation of(String... arguments) {
        return of(Map.of(), arguments);
    }

    static Invocation of(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                List.of(arguments),
                new Surroundings(environment, false),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return new Invocation(code, out.toString(), err.toString());
    }

    /** A complaint is one message on standard error, never a stack trace. */
    Invocation complains(int expectedCode, String... words) {
        assertThat(code).as(out + err).isEqualTo(expectedCode);
        assertThat(err).contains(words).doesNotContain("\tat ", "Exception in");
        return this;
    }

    /** On standard output, whatever the exit code. */
    Invocation says(String words) {
        assertThat(out).contains(words);
        return this;
    }

    Invocation fails() {
        assertThat(code).as(out + err).isEqualTo(1);
        return this;
    }

    Invocation succeeds() {
        assertThat(code).as(out + err).isZero();
        return this;
    }

    /** What a script reads. */
    String lastLine() {
        List<String> lines = out.strip().lines().toList();
        return lines.get(lines.size() - 1);
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Begins a check: its requirement, the check, a defect that it must notice, and the message it must say so with. All of it
 * compiles, and {@code DefectsTest} fails until it is finished.
 *
 * <p>{@code java conformance/src/build/NewCheck.java 8628-3.5-my-rule rfc8628.s3_5_token_response "The rule, as a sentence."}
 */
public final class NewCheck {
    private static final String ROOT = "org.devicegrant.conformance.";
    private static final Pattern ID = Pattern.compile("[a-z0-9.]+(-[a-z0-9.]+)+");

    private final Path module;
    private final String id;
    private final String section;
    private final String statement;
    private final String name;

    private NewCheck(Path module, String id, String section, String statement) {
        this.module = module;
        this.id = id;
        this.section = section;
        this.statement = statement;
        this.name = camel(id.replaceFirst("^[0-9]+-[0-9.]*-?", ""));
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3 || !ID.matcher(arguments[0]).matches()) {
            System.err.println("Usage: java conformance/src/build/NewCheck.java ID PACKAGE STATEMENT [MODULE-DIRECTORY]\n"
                    + "  ID         number of the RFC, section and rule: 8628-3.5-my-rule\n"
                    + "  PACKAGE    of the section: rfc8628.s3_5_token_response\n"
                    + "  STATEMENT  the rule as a sentence about the server");
            System.exit(2);
        }
        Path module = Path.of(arguments.length > 3 ? arguments[3] : "conformance");
        new NewCheck(module, arguments[0], arguments[1], arguments[2]).write();
    }

    private void write() throws IOException {
        Path folder = module.resolve("src/main/java/" + (ROOT + section).replace('.', '/'));
        Path catalogue = module.resolve("src/main/resources/org/devicegrant/conformance/requirement/catalogue.yaml");
        Path sources = module.resolve("src/main/resources/META-INF/services/" + ROOT + "embedded.DefectSource");
        if (!Files.isDirectory(folder) || Files.readString(catalogue).contains("id: " + id + "\n")) {
            System.err.println("There is no package " + section + ", or " + id + " exists already.");
            System.exit(2);
        }
        List<Path> written = new ArrayList<>();
        written.add(create(folder.resolve(name + "Checks.java"), checks()));
        written.add(create(folder.resolve(name + "Defects.java"), defects()));
        written.add(append(catalogue, requirement()));
        written.add(append(sources, ROOT + section + "." + name + "Defects\n"));
        written.forEach(System.out::println);
        System.out.println("Finish them, then: mvn -q -pl conformance -am test -Dcheck=" + id);
    }

    private static Path create(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            System.err.println(file + " exists already; choose another id.");
            System.exit(2);
        }
        return Files.writeString(file, text);
    }

    private static Path append(Path file, String text) throws IOException {
        String before = Files.readString(file);
        return Files.writeString(file, before + (before.endsWith("\n") ? "" : "\n") + text);
    }

    private String requirement() {
        return """

                  # Move it to its group; its neighbours there show what group, level, role and profiles may be.
                  - id: %s
                    group: interval
                    level: SHOULD
                    source: %s
                    statement: %s
                    role: token
                    time: 2*interval # the least that it waits, pauses included; not at all: leave it out
                    fix: Say what a developer of the server has to do.
                    profiles: [core]
                """.formatted(id, source(), statement);
    }

    private String source() {
        String[] parts = id.split("-");
        return parts[0].matches("\\d+") ? "RFC " + parts[0] + " section " + parts[1] : "RFC 8628 section 3.5";
    }

    private String checks() {
        return """
                package %1$s%2$s;

                import static org.devicegrant.conformance.assertion.Answers.error;
                import static org.devicegrant.conformance.assertion.Answers.pending;
                import static org.devicegrant.conformance.protocol.ErrorCodes.AUTHORIZATION_PENDING;

                import org.devicegrant.conformance.assertion.Judge;
                import org.devicegrant.conformance.check.Check;
                import org.devicegrant.conformance.exchange.Answer;
                import org.devicegrant.conformance.flow.Device;
                import org.devicegrant.conformance.flow.Devices;
                import org.devicegrant.conformance.flow.Inconclusive;

                /** Say what these checks have in common. */
                class %3$sChecks {
                    @Check("%4$s")
                    void %5$s(Devices devices, Judge judge) {
                        Device device = devices.start();
                        judge.control("a spaced poll", device.spacedPoll(), pending());

                        Answer answer = device.spacedPoll(poll -> poll.with("name", "value"));

                        if (answer.number() > 0) {
                            throw new Inconclusive("this check is not written yet", "replace these three lines by what follows");
                        }
                        judge.expect("a poll with a twist", answer)
                                .otherwise("say what it means for users")
                                .toBe(error(AUTHORIZATION_PENDING));
                    }
                }
                """.formatted(ROOT, section, name, id, decapitalised(name));
    }

    private String defects() {
        return """
                package %1$s%2$s;

                import java.util.List;
                import java.util.Set;
                import org.devicegrant.conformance.embedded.Defect;
                import org.devicegrant.conformance.embedded.DefectSource;

                /** Servers that break the rule. */
                public final class %3$sDefects implements DefectSource {
                    @Override
                    public List<Defect> defects() {
                        return List.of(new Defect(
                                "breaks%3$s",
                                "Say in one sentence what this server does wrong",
                                Set.of("%4$s"),
                                "A poll with a twist: expected authorization_pending, got 400 invalid_grant; say what it means*",
                                server -> server.onToken((request, answer) ->
                                        request.text().contains("name=value") ? answer.set("error", "invalid_grant") : answer)));
                    }
                }
                """.formatted(ROOT, section, name, id);
    }

    private static String camel(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : words.split("[^A-Za-z0-9]+")) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }

    private static String decapitalised(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}

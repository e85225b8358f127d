package org.devicegrant.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidTargetTest {
    private static final String SMALL = "issuer: https://as.example\nclients: {public: {client_id: tv}}\n";

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{index}")
    @CsvSource(
            delimiter = '|',
            value = {
                "isuer: x                              | line 3, isuer: unknown key / Did you mean issuer?",
                "colour: x                             | line 3, colour: unknown key / Known here: approval,",
                "name: [a]                             | line 3, name: a single value is expected here, not a list",
                "scope: 'a  b'                         | line 3, scope: \"a  b\" is not a scope / Separate",
                "users: {username: a}                  | line 3, users: a list is expected here, not a mapping",
                "users: [alice]                        | line 3, users[0]: a mapping is expected here, not a single value",
                "users: [{username: a}]                | line 3, users[0].password: missing",
                "approval: chrome                      | line 3, approval: a mapping is expected here, not a single value",
                "approval: {by: browsr}                | line 3, approval.by: \"browsr\" is not one of browser, command, manual, none / Did you mean browser?",
                "approval: {by: command}               | line 3, approval.command: missing",
                "approval: {browser: remote}           | line 3, approval.remote_url: missing",
                "approval: {headless: yes}             | line 3, approval.headless: \"yes\" is not true or false",
                "approval: {steps: [{when: {}}]}       | line 3, approval.steps[0].do: missing",
                "approval: {steps: [{when: {url: a}, do: [{push: b}]}]} | line 3, approval.steps[0].do[0].push: unknown key",
                "approval: {steps: [{when: {}, do: []}]} | line 3, approval.steps[0].when.url: missing / Give at least one",
                "timing: {late_expiry: 60}             | line 3, timing.late_expiry: \"60\" is not a duration / Write a number with its unit",
                "timing: {starts_per_second: 0}        | line 3, timing.starts_per_second: \"0\" is not a positive number",
                "http: {proxy: 'proxy:3128'}           | line 3, http.proxy: \"proxy:3128\" is not an http or https address",
                "http: {ca_file: none.pem}             | line 3, http.ca_file: there is no readable file",
                "http: {headers: {'a b': c}}           | line 3, http.headers.a b: is not a header field",
                "extra_parameters: {client_id: x}      | line 3, extra_parameters.client_id: is set by the harness itself",
                "narrow_scope: a                       | line 3, narrow_scope: is not a real part of scope",
                "resources: [/a]                       | line 3, resources[0]: \"/a\" is not a resource indicator",
                "authorization_details: payment        | line 3, authorization_details: a mapping is expected",
                "kiosk: {owner: alice}                 | line 3, kiosk.owner: is not one of users",
                "hooks: {disable_user: [a]}            | line 3, hooks.enable_user: missing",
                "objectives: {errors: 101%}            | line 3, objectives.errors: \"101%\" is not a share",
                "objectives: {p99: fast}               | line 3, objectives.p99: \"fast\" is not a duration",
                "name: ${NOT_SET}                      | line 3, name: the environment variable NOT_SET is not set / Set it, or write ${NOT_SET:-default}.",
                "name: ${oops                          | line 3, name: a ${ without a variable's name",
                "scope: &a openid                      | ",
                "name: *other                          | line 3, name: aliases (*name) are not supported",
                "issuer: https://b.example             | line 3, issuer: the key is already given in line 1",
                "'name: x\n---\nname: y'               | line 5: a second document starts here"
            })
    void namesThePlaceAndTheWayOut(String added, String expected) {
        if (expected == null) {
            assertThat(TargetFile.parse(SMALL + added, directory, Map.of(), List.of())
                            .scope())
                    .isEqualTo("openid");
            return;
        }
        assertThat(message(SMALL + added)).contains(expected.split(" / "));
    }

    @ParameterizedTest(name = "{index}")
    @CsvSource(
            delimiter = '|',
            value = {
                "public: {client_id: a, client_secret: b}           | clients.public.client_secret: does not fit / belongs to clients.confidential",
                "public: {client_id: a, auth_method: client_secret_basic} | clients.public.auth_method: client_secret_basic does not fit clients.public / Use none here.",
                "public: {clientid: a}                              | clients.public.client_id: missing / clients.public.clientid: unknown key / Did you mean client_id?",
                "confidential: {client_id: a}                       | clients.confidential.client_secret: missing",
                "private_key_jwt: {client_id: a}                    | clients.private_key_jwt.jwk_file: missing / clients.public: missing",
                "private_key_jwt: {client_id: a, jwk_file: nowhere} | clients.private_key_jwt.jwk_file: there is no readable file",
                "private_key_jwt: {client_id: a, alg: RS255}        | \"RS255\" is not one of / Did you mean RS256?",
                "publik: {client_id: a}                             | clients.publik: unknown key / Did you mean public?",
                "'public: {client_id: a}, other: {client_id: a}'    | clients.other.client_id: is the client of clients.public already"
            })
    void clientsHaveWhatTheyNeed(String clients, String expected) {
        assertThat(message("issuer: https://as.example\nclients: {" + clients + "}"))
                .contains(expected.split(" / "));
    }

    @ParameterizedTest(name = "{index}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: 1\n\tb: 2'           | line 2: a tab is used for indentation",
                "'a: b: c'                | line 1: a colon makes this a second key",
                "'a:\n  b: 1\n c: 2'      | line 3: the indentation does not fit",
                "'a: {b: 1'               | a { is opened and not closed",
                "'a: [b'                  | a [ is opened and not closed",
                "'a: \"b'                 | a quote is opened and not closed",
                "'a: @b'                  | line 1: a value cannot start with @",
                "'a: 1\nb\nc: 2'          | line 3: a key without a colon",
                "''                       | the file is empty",
                "'# nothing'              | the file is empty",
                "'- a'                    | line 1: keys and values are expected, not a list",
                "'text'                   | line 1: keys and values are expected, not a single value"
            })
    void saysWhyAFileIsNotYaml(String yaml, String expected) {
        assertThat(message(yaml)).contains(expected);
    }

    @Test
    void findsEveryProblemInOnePass() {
        InvalidTarget thrown = invalid("""
                isuer: https://as.example
                clients:
                  public: {client_secret: hunter2}
                timing: {late_expiry: soon}
                """);

        assertThat(thrown.problems())
                .extracting(problem -> problem.line() + " " + problem.path())
                .containsExactly(
                        "0 issuer",
                        "1 isuer",
                        "3 clients.public.client_id",
                        "3 clients.public.client_secret",
                        "4 timing.late_expiry");
        assertThat(thrown).hasMessageStartingWith("5 problems in the target:\n  issuer: missing\n");
    }

    @Test
    void neverShowsASecret() {
        String message = message("""
                issuer: https://alice:hunter2@as.example
                clients:
                  public: {client_id: tv, client_secret: hunter2}
                  confidential: {client_id: tv2, client_secret: [hunter2]}
                users:
                  - hunter2
                http: {headers: {"Authori zation": hunter2}, proxy: "http://u:hunter2@proxy"}
                registration: {initial_access_token: {hunter2: x}}
                """);

        assertThat(message).doesNotContain(": hunter2", "\"hunter2", "hunter2@");
        assertThat(message("clients: {public: {client_id: tv, client_secret: hunter2: x}}"))
                .doesNotContain("hunter2");
    }

    @Test
    void theEnvironmentIsNotQuoted() {
        InvalidTarget thrown = catchThrowableOfType(
                InvalidTarget.class,
                () -> TargetFile.parse(SMALL + "scope: ${X}", directory, Map.of("X", "hunter2\""), List.of()));

        assertThat(thrown).hasMessageContaining("\"${X}\" is not a scope").hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scope                     | --set scope: is not path=value",
                "users[3].username=x       | --set users[3].username: \"3\" is no place in a list of 0",
                "users.x=y                 | --set users.x: \"x\" is no place in a list of 0",
                "clients.publc.client_id=a | clients.publc: unknown key",
                "timing.late_expiry=1      | timing.late_expiry: \"1\" is not a duration"
            })
    void namesAWrongOverride(String override, String expected) {
        InvalidTarget thrown = catchThrowableOfType(
                InvalidTarget.class,
                () -> TargetFile.parse(SMALL + "users: []", directory, Map.of(), List.of(override)));

        assertThat(thrown).hasMessageContaining(expected);
    }

    @Test
    void namesTheFile() throws Exception {
        Path missing = directory.resolve("absent.yaml");
        Path latin = Files.write(directory.resolve("latin.yaml"), "name: ä".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(failure(missing)).contains("absent.yaml", "there is no such file", "init --issuer");
        assertThat(failure(latin)).contains("latin.yaml", "not UTF-8");
        assertThat(failure(directory)).contains("cannot be read");
    }

    private String failure(Path file) {
        return catchThrowableOfType(InvalidTarget.class, () -> TargetFile.read(file, Map.of(), List.of()))
                .getMessage();
    }

    private String message(String yaml) {
        return invalid(yaml).getMessage();
    }

    private InvalidTarget invalid(String yaml) {
        InvalidTarget thrown =
                catchThrowableOfType(InvalidTarget.class, () -> TargetFile.parse(yaml, directory, Map.of(), List.of()));
        assertThat(thrown).isNotNull();
        return thrown;
    }
}

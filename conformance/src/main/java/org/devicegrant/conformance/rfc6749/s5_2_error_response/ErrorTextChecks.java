package org.devicegrant.conformance.rfc6749.s5_2_error_response;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.assertion.Sighting;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Passive;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.exchange.Transcript;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.Form;

/** The characters of error codes, descriptions and addresses (RFC 6749 appendices A.7 to A.9). */
@Passive
class ErrorTextChecks {
    /** A double quote and a letter outside ASCII, for servers that echo what they did not understand. */
    private static final String FOREIGN = "device-\"grant\u00e9";

    private static final List<String> MEMBERS = List.of("error", "error_description", "error_uri");

    /** What is wrong in one error answer. */
    private record Flaw(String words, boolean echoed) {
        static final Flaw NONE = new Flaw("", false);
    }

    @Check("6749-5.2-error-charset")
    void errorsUseOnlyTheAllowedCharacters(Devices devices, Judge judge, Transcript transcript) {
        Request request = devices.request();
        devices.send(ClientAuthentication.anonymous(request).with("client_id", FOREIGN));
        devices.send(request.replace("scope", FOREIGN));

        for (Sighting<Flaw> sighting : Sighting.of(transcript.grantAnswers(), ErrorTextChecks::flaw)) {
            judge.expect("the error members", sighting, Flaw::words)
                    .tolerating(
                            Outcome.of("an echo", Flaw::echoed), "characters that the client sent come back unescaped")
                    .otherwise("strict clients refuse the answer, and line breaks spoil logs and displays")
                    .toBe(Outcome.of("printable ASCII without double quote and backslash", Flaw.NONE::equals));
        }
    }

    private static Flaw flaw(Answer answer) {
        for (String member : MEMBERS) {
            String text =
                    answer.member(member).isTextual() ? answer.member(member).textValue() : "";
            List<Integer> foreign = text.chars()
                    .filter(c -> !allowed(c, member.equals("error_uri")))
                    .boxed()
                    .toList();
            if (!foreign.isEmpty()) {
                boolean echoed = member.equals("error_description")
                        && sent(answer.request()).containsAll(foreign);
                return new Flaw(kinds(foreign) + " in " + member, echoed);
            }
        }
        return Flaw.NONE;
    }

    private static boolean allowed(int c, boolean uri) {
        boolean printable = c >= (uri ? 0x21 : 0x20) && c <= 0x7e;
        return printable && c != '"' && c != '\\';
    }

    private static List<Integer> sent(Request request) {
        return request.parameters().stream()
                .map(Form::parameters)
                .flatMap(List::stream)
                .flatMap(p -> Optional.ofNullable(p.value()).stream())
                .flatMapToInt(String::chars)
                .boxed()
                .toList();
    }

    private static String kinds(List<Integer> foreign) {
        return foreign.stream().map(ErrorTextChecks::kind).distinct().collect(Collectors.joining(", "));
    }

    private static String kind(int c) {
        return switch (c) {
            case '"' -> "a double quote";
            case '\\' -> "a backslash";
            case '\r', '\n' -> "a line break";
            case ' ' -> "a blank";
            default -> c < 0x20 || c == 0x7f ? "a control character" : "a letter outside ASCII";
        };
    }
}

package org.devicegrant.conformance.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.protocol.ErrorCodes;

/** Every dialect that is known. */
public final class Dialects {
    private static final String ERROR = "(authorization_pending|slow_down|access_denied|expired_token|invalid_\\w+)";

    private static final List<Dialect> ALL = List.of(
            new Dialect(
                    "github-200",
                    "the errors of the token endpoint come with status 200, so a client that looks at the status"
                            + " takes them for tokens",
                    "panva/openid-client#575, ramosbugs/oauth2-rs#218",
                    List.of(poll(200)),
                    Pattern.compile("\\b200 " + ERROR + "|error-status")),
            new Dialect(
                    "google",
                    "the address is called verification_url, and a poll before the decision is answered with status"
                            + " 428 or 403",
                    "cli/oauth#24, int128/kubelogin#717",
                    List.of(Dialects::onlyUrl, poll(428).or(poll(403))),
                    Pattern.compile("verification.uri|\\b(428|403) " + ERROR + "|error-status")),
            new Dialect(
                    "microsoft",
                    "the response carries a message for the user, errors carry error_codes, trace_id and"
                            + " correlation_id, and a refusal is called authorization_declined",
                    "MicrosoftDocs/azure-docs#33126, OpenIdentityPlatform/OpenAM#627",
                    List.of(answer -> answer.codes() && answer.member("message").isTextual(), Dialects::traced),
                    Pattern.compile("authorization_declined|bad_verification_code|error-charset|registered-error")),
            new Dialect(
                    "aws-sso",
                    "requests are JSON and members are written in camel case (deviceCode, expiresIn), which is the"
                            + " AWS SSO OIDC API and not OAuth",
                    "aws/aws-cli#7892",
                    List.of(answer -> answer.member("deviceCode").isTextual()
                            && answer.member("userCode").isTextual()),
                    Pattern.compile("no codes|device.code|user.code|verification.uri|expires.in|interval")),
            new Dialect(
                    "dex-legacy",
                    "a poll before the decision is answered with status 401",
                    "dexidp/dex#4240, dexidp/dex#4204",
                    List.of(poll(401)),
                    Pattern.compile("\\b401 " + ERROR + "|error-status|unauthorized-challenge|401")));

    private Dialects() {}

    /** The dialect that some answers speak; empty if they speak none, or RFC 8628 as well. */
    public static Optional<Heard> heard(List<Answer> answers) {
        if (answers.stream().anyMatch(poll(400))) {
            return ALL.stream()
                    .filter(dialect -> dialect.name().equals("microsoft"))
                    .flatMap(dialect -> heard(dialect, answers).stream())
                    .findFirst();
        }
        return ALL.stream().flatMap(dialect -> heard(dialect, answers).stream()).findFirst();
    }

    private static Optional<Heard> heard(Dialect dialect, List<Answer> answers) {
        List<Integer> exchanges = new ArrayList<>();
        for (Predicate<Answer> habit : dialect.habits()) {
            Optional<Answer> spoken = answers.stream().filter(habit).findFirst();
            if (spoken.isEmpty()) {
                return Optional.empty();
            }
            exchanges.add(spoken.get().number());
        }
        return Optional.of(new Heard(dialect, exchanges));
    }

    /** A pending error with this status. */
    private static Predicate<Answer> poll(int status) {
        return answer -> answer.request().endpoint() == Endpoint.TOKEN
                && answer.status() == status
                && ErrorCodes.PENDING.contains(String.valueOf(answer.error()));
    }

    private static boolean onlyUrl(Answer answer) {
        return answer.codes()
                && answer.member("verification_url").isTextual()
                && answer.member("verification_uri").isMissingNode();
    }

    private static boolean traced(Answer answer) {
        return answer.error() != null
                && (answer.member("error_codes").isArray()
                                && answer.member("trace_id").isTextual()
                        || answer.isError("authorization_declined"));
    }
}

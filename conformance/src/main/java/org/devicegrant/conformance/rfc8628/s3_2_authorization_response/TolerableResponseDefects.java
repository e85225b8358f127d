package org.devicegrant.conformance.rfc8628.s3_2_authorization_response;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.grant.Secrets;

/** Responses that most clients cope with. */
public final class TolerableResponseDefects implements DefectSource {
    /** A name that nobody has (RFC 6761 section 6.4). */
    private static final String ELSEWHERE = "http://login.invalid/device";

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                                "drawsDeviceCodesFromAllLetters",
                                "Device codes hold letters beyond ASCII.",
                                Set.of("8628-3.2-device-code-present"),
                                "Device_code got *: it holds characters outside visible ASCII*",
                                server -> server.codes().deviceCodes(() -> Secrets.next() + "\u00df"))
                        .onlyWarnedAbout(),
                new Defect(
                                "hidesTheCodeBehindAHash",
                                "Puts the user code of the link where no server sees it.",
                                Set.of("8628-3.2-verification-uri-absolute"),
                                "Verification_uri_complete got *: a server never sees the part after #*",
                                server -> server.codes()
                                        .completion(grant -> Optional.of("#user_code=" + grant.userCode())))
                        .onlyWarnedAbout(),
                new Defect(
                                "sendsPeopleToPlainHttp",
                                "Gives addresses of another host, without TLS.",
                                Set.of("8628-3.2-verification-uri-absolute"),
                                "Verification_uri got *: passwords typed there can be read on the way;"
                                        + " verification_uri_complete got *: passwords typed there can be read on the way*",
                                server -> server.onDevice((request, answer) -> answer.isSuccess()
                                        ? answer.set("verification_uri", ELSEWHERE)
                                                .set(
                                                        "verification_uri_complete",
                                                        ELSEWHERE + "?user_code="
                                                                + answer.textOf("user_code")
                                                                        .orElse(""))
                                        : answer))
                        .onlyWarnedAbout(),
                new Defect(
                                "labelsItsJsonAsLatin1",
                                "Names another charset than that of JSON.",
                                Set.of("8628-3.2-content-type-json"),
                                "The media type of *: JSON is always UTF-8*",
                                server -> server.onDevice((request, answer) ->
                                        answer.header("Content-Type", "application/json; charset=ISO-8859-1")))
                        .onlyWarnedAbout());
    }
}

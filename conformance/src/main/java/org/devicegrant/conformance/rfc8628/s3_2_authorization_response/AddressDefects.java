package org.devicegrant.conformance.rfc8628.s3_2_authorization_response;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Endpoint;

/** Addresses that do not lead there, or tell too much. */
public final class AddressDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "forgetsTheNewNameOfTheAddress",
                        "The address is only given as verification_url",
                        Set.of("8628-3.2-verification-uri-present"),
                        "Verification_uri: expected a non-empty string, got no such member*",
                        b -> b.onDevice((request, answer) -> answer.rename("verification_uri", "verification_url"))),
                new Defect(
                        "givesARelativeAddress",
                        "The address lacks scheme and host",
                        Set.of("8628-3.2-verification-uri-absolute"),
                        "Verification_uri: expected *, got a relative reference*",
                        b -> b.onDevice((request, answer) -> edited(answer, "verification_uri", uri -> "/device"))),
                new Defect(
                        "linksToAnotherScheme",
                        "The complete address only opens an app",
                        Set.of("8628-3.2-verification-uri-absolute"),
                        "Verification_uri_complete: expected *, got a URI that no browser opens*",
                        b -> b.onDevice((request, answer) -> edited(
                                answer, "verification_uri_complete", uri -> uri.replaceFirst("http:", "vendor:")))),
                new Defect(
                        "givesAnAddressNobodyCanType",
                        "The address holds an identifier and a query",
                        Set.of("8628-3.2-verification-uri-short"),
                        "Verification_uri: expected at most 40 characters*, got * characters (host *, a query, an opaque*",
                        b -> b.onDevice((request, answer) -> edited(
                                answer,
                                "verification_uri",
                                uri -> uri + "/8f14e45fceea167a5a36dedd4bea2543/protocol?ctx=eyJhIjoxfQ"))),
                new Defect(
                        "putsTheUserCodeIntoTheAddress",
                        "The address that people type ends in the code",
                        Set.of("8628-3.3-user-code-not-in-verification-uri"),
                        "*Verification_uri*: expected no code inside, got the user code inside*",
                        b -> b.onDevice((request, answer) -> edited(
                                answer,
                                "verification_uri",
                                uri -> uri + "/" + answer.textOf("user_code").orElse("")))),
                new Defect(
                        "linksWithoutTheCode",
                        "The complete address has an empty user_code",
                        Set.of("8628-3.2-verification-uri-complete"),
                        "Verification_uri_complete of two sessions: expected different ones, got the same*",
                        b -> b.codes().completion(grant -> Optional.of("?user_code="))),
                new Defect(
                        "linksWithTheDeviceCode",
                        "The complete address holds the device code",
                        Set.of("8628-3.2-verification-uri-complete"),
                        "*, got the device_code inside; whoever sees the link can redeem the approval*",
                        b -> b.codes()
                                .completion(grant ->
                                        Optional.of("?user_code=" + grant.userCode() + "&d=" + grant.deviceCode()))),
                new Defect(
                        "escapesTheCodeTwice",
                        "The code in the complete address is escaped twice",
                        Set.of("8628-3.2-verification-uri-complete"),
                        "*, got a user_code that decodes to another code*",
                        b -> b.codes()
                                .completion(grant -> Optional.of(
                                        "?user_code=" + grant.userCode().replace("-", "%252D")))),
                new Defect(
                        "forgetsTheCodeInTheLink",
                        "The page behind the complete address asks for the code all the same",
                        Set.of("8628-3.2-verification-uri-complete"),
                        "The page behind verification_uri_complete: expected *, got CODE_ENTRY*",
                        b -> b.around(
                                Endpoint.PAGE,
                                (request, next) -> next.apply(request.isGet() ? request.withQuery(null) : request))));
    }

    private static Answer edited(Answer answer, String member, UnaryOperator<String> edit) {
        return answer.textOf(member)
                .map(uri -> answer.set(member, edit.apply(uri)))
                .orElse(answer);
    }
}

package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import java.util.List;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.protocol.Form;

/**
 * Another way to write the same request.
 *
 * @param words how it differs, after "with"
 * @param rare whether few clients write so; such a difference is only worth a warning
 * @param change makes it from the canonical request
 */
record Spelling(String words, boolean rare, UnaryOperator<Request> change) {
    /** Every way that RFC 6749 appendix B and RFC 9110 section 8.3 make equal to the canonical one. */
    static final List<Spelling> EQUAL = List.of(
            new Spelling("a charset parameter", false, r -> r.header("Content-Type", Request.FORM + ";charset=UTF-8")),
            new Spelling(
                    "a media type in mixed case",
                    true,
                    r -> r.header("Content-Type", "Application/X-WWW-Form-URLEncoded")),
            new Spelling("blanks as %20", false, r -> r.withRawBody(r.body().replace("+", "%20"))),
            new Spelling("raw colons", false, r -> r.withRawBody(r.body().replace("%3A", ":"))),
            new Spelling(
                    "every byte of the values escaped in capitals",
                    false,
                    r -> r.withRawBody(r.form().encoded(value -> Form.encodeEveryByte(value, true)))),
            new Spelling(
                    "every byte of the values escaped in small letters",
                    false,
                    r -> r.withRawBody(r.form().encoded(value -> Form.encodeEveryByte(value, false)))),
            new Spelling(
                    "the parameters in reverse order",
                    false,
                    r -> r.withForm(r.form().reversed())),
            new Spelling("a trailing ampersand", true, r -> r.withRawBody(r.body() + "&")));

    Request of(Request canonical) {
        return change.apply(canonical);
    }
}

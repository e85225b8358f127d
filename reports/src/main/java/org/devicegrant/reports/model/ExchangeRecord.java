package org.devicegrant.reports.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange as evidence. Redacted when captured: secrets, codes and tokens are replaced by keyed digests, so
 * that equality can still be seen.
 *
 * @param number position in the run, from 1
 * @param check id of the requirement whose check sent it, or a word such as {@code discovery}
 * @param purpose what the request was for, for example {@code poll} or {@code device authorization}
 * @param sentMs when the first byte was sent, in milliseconds since the start of the run
 * @param receivedMs when the answer was completely received, in milliseconds since the start of the run; null if none came
 * @param method request method
 * @param url request URL
 * @param requestHeaders request headers as sent, in order
 * @param requestBody request body, or empty
 * @param status status code; null if no answer came
 * @param responseHeaders response headers, in order
 * @param responseBody response body, cut where it was too long
 * @param problem why no complete answer came, or null
 */
public record ExchangeRecord(
        int number,
        String check,
        String purpose,
        double sentMs,
        @Nullable Double receivedMs,
        String method,
        String url,
        List<Field> requestHeaders,
        String requestBody,
        @Nullable Integer status,
        List<Field> responseHeaders,
        String responseBody,
        @Nullable String problem) {

    public ExchangeRecord {
        requestHeaders = List.copyOf(requestHeaders);
        responseHeaders = List.copyOf(responseHeaders);
    }

    /** One header field line. */
    public record Field(String name, String value) {}
}

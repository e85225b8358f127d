package org.devicegrant.browser;

import java.util.Map;

/**
 * One answer the browser got.
 *
 * @param method request method
 * @param url request URL
 * @param type {@code document}, {@code script}, {@code xhr} and the like; {@code other} where unknown
 * @param status status code; redirects are events of their own
 * @param requestHeaders request headers, names in lower case
 * @param requestBody body of the request, or empty
 * @param headers response headers, names in lower case, repeated ones joined by a line feed
 */
public record NetworkEvent(
        String method,
        String url,
        String type,
        int status,
        Map<String, String> requestHeaders,
        String requestBody,
        Map<String, String> headers) {}

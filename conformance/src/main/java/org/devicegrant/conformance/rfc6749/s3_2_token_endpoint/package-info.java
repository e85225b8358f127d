/**
 * Checks of RFC 6749 section 3.2, requests to the token endpoint and, by RFC 8628 section 3.1, to the device authorization endpoint.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, section 3.2</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc6749.s3_2_token_endpoint;

import org.jspecify.annotations.NullMarked;

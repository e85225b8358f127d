/**
 * Checks of RFC 8628 section 3.4, the device access token request: what a poll must carry, and what becomes of polls that
 * lack it or carry something else.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.4">RFC 8628, section 3.4</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc8628.s3_4_token_request;

import org.jspecify.annotations.NullMarked;

/**
 * Checks of RFC 8628 section 3.5, the answers to polls: pending, slow down, denied, expired, success, and what must hold
 * when polls, decisions and expiry meet.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.5">RFC 8628, section 3.5</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc8628.s3_5_token_response;

import org.jspecify.annotations.NullMarked;

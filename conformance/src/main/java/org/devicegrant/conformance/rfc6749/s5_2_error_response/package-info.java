/**
 * Checks of RFC 6749 section 5.2, error responses: their form, their characters, their status, and which code fits which
 * fault of the client.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, section 5.2</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc6749.s5_2_error_response;

import org.jspecify.annotations.NullMarked;

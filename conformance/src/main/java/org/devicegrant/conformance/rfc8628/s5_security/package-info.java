/**
 * Checks of RFC 8628 section 5, security considerations: guessing, phishing and how long codes tempt to both.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-5">RFC 8628, section 5</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc8628.s5_security;

import org.jspecify.annotations.NullMarked;

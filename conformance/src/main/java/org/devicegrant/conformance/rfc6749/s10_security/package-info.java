/**
 * Checks of RFC 6749 section 10, the security of what is issued and of the user's consent.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-10">RFC 6749, section 10</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc6749.s10_security;

import org.jspecify.annotations.NullMarked;

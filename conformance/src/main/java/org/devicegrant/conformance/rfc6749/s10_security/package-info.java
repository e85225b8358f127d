/**
 * Checks of RFC 6749 section 10, security considerations, as far as they bind the server of the device grant.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-10">RFC 6749, section 10</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc6749.s10_security;

import org.jspecify.annotations.NullMarked;

/**
 * Checks of RFC 6749 section 2.3, how a client proves who it is at both endpoints.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3">RFC 6749, section 2.3</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc6749.s2_3_client_authentication;

import org.jspecify.annotations.NullMarked;

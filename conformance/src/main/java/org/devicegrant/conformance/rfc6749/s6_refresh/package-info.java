/**
 * Checks of RFC 6749 section 6, the refresh of a token that the device grant has issued.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-6">RFC 6749, section 6</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc6749.s6_refresh;

import org.jspecify.annotations.NullMarked;

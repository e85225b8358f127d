/**
 * Checks of RFC 9449 (DPoP), tokens that are bound to a key, as far as a server offers them with the device grant.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449">RFC 9449</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc9449;

import org.jspecify.annotations.NullMarked;

/**
 * Checks of RFC 9396, rich authorization requests, as far as a server offers them with the device grant.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9396">RFC 9396</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc9396;

import org.jspecify.annotations.NullMarked;

/**
 * Checks of RFC 9700 (BCP 240), the security practice that OAuth servers follow today.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700">RFC 9700</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc9700;

import org.jspecify.annotations.NullMarked;

/**
 * Checks of RFC 8707, tokens that are asked for by resource, as far as a server offers them with the device grant.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8707">RFC 8707</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc8707;

import org.jspecify.annotations.NullMarked;

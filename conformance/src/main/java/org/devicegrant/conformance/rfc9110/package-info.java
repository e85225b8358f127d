/**
 * Checks of RFC 9110, HTTP's own rules about the answers of both endpoints.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110">RFC 9110</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc9110;

import org.jspecify.annotations.NullMarked;

/**
 * Checks of RFC 9325 (BCP 195), which TLS an authorization server has to offer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9325">RFC 9325</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc9325;

import org.jspecify.annotations.NullMarked;

/**
 * Checks of RFC 7523, clients that authenticate with a signed JWT at both endpoints.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523">RFC 7523</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc7523;

import org.jspecify.annotations.NullMarked;

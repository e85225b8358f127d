/**
 * Checks of RFC 8414, authorization server metadata: where it is, what it must hold, and whether it is true.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414">RFC 8414</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc8414;

import org.jspecify.annotations.NullMarked;

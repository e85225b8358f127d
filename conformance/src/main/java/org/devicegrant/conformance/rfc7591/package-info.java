/**
 * Checks of RFC 7591, devices that register themselves as clients, as far as a server lets them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591">RFC 7591</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc7591;

import org.jspecify.annotations.NullMarked;

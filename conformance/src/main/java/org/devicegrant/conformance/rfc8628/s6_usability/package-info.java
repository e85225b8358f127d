/**
 * Checks of RFC 8628 section 6, usability: user codes that people can read, type and mistype.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-6">RFC 8628, section 6</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc8628.s6_usability;

import org.jspecify.annotations.NullMarked;

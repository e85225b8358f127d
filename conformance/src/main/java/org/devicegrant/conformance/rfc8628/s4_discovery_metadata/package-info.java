/**
 * Checks of RFC 8628 section 4, what metadata says about the grant.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-4">RFC 8628, section 4</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc8628.s4_discovery_metadata;

import org.jspecify.annotations.NullMarked;

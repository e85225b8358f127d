/**
 * Checks of RFC 6749 section 8.5: error codes come from the registry.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-8.5">RFC 6749, section 8.5</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc6749.s8_5_error_registry;

import org.jspecify.annotations.NullMarked;

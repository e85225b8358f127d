/**
 * Checks of RFC 6749 section 5.1, successful responses: their members, their types and how long they may be kept.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, section 5.1</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc6749.s5_1_successful_response;

import org.jspecify.annotations.NullMarked;

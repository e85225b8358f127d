/**
 * Checks of RFC 6749 section 3.1, as far as it speaks of the user and not of redirects.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.1">RFC 6749, section 3.1</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc6749.s3_1_authorization;

import org.jspecify.annotations.NullMarked;

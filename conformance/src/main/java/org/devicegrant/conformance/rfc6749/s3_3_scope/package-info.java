/**
 * Checks of RFC 6749 section 3.3, the scope of a token: what it may be at most, and that the client is told.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.3">RFC 6749, section 3.3</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc6749.s3_3_scope;

import org.jspecify.annotations.NullMarked;

/**
 * Checks of RFC 8628 sections 3.3 and 3.3.1, what the user sees and decides.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.3">RFC 8628, section 3.3</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import org.jspecify.annotations.NullMarked;

/**
 * Checks of RFC 8628 section 3.2, the device authorization response: its members, their types, the lifetime and the
 * interval it announces. The defects that prove these checks stand beside them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.2">RFC 8628, section 3.2</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc8628.s3_2_authorization_response;

import org.jspecify.annotations.NullMarked;

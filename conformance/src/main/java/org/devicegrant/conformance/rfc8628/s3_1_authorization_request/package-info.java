/**
 * Checks of RFC 8628 section 3.1, the device authorization request: how parameters are read, which are needed, and what
 * becomes of requests that are not what the RFC defines.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.1">RFC 8628, section 3.1</a>
 */
@NullMarked
package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import org.jspecify.annotations.NullMarked;

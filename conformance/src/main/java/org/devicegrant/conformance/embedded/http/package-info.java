/**
 * Requests, answers and forms as the embedded server sees them, and the door through which they come in.
 *
 * <p>Everything that knows WireMock lives here and in no other place, so that a defect only ever handles
 * {@link org.devicegrant.conformance.embedded.http.Request} and
 * {@link org.devicegrant.conformance.embedded.http.Answer}. No OAuth state lives here.
 */
@NullMarked
package org.devicegrant.conformance.embedded.http;

import org.jspecify.annotations.NullMarked;

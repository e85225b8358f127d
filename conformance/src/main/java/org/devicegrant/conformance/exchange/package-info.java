/**
 * One HTTP exchange: what to send, how it is sent (the only place that knows REST Assured and its HTTP client), what came
 * back, when, and the redacted record of it. Judges nothing and waits for nothing but the answer.
 */
@NullMarked
package org.devicegrant.conformance.exchange;

import org.jspecify.annotations.NullMarked;

/**
 * Expectations in domain words. Every outcome that is allowed is listed; severity follows from the requirement, never
 * from the call.
 */
@NullMarked
package org.devicegrant.conformance.assertion;

import org.jspecify.annotations.NullMarked;

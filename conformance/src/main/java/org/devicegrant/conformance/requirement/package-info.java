/**
 * The catalogue: every requirement that a run gives a verdict on, loaded from a resource. Plain data; nothing here knows
 * how a requirement is checked.
 */
@NullMarked
package org.devicegrant.conformance.requirement;

import org.jspecify.annotations.NullMarked;

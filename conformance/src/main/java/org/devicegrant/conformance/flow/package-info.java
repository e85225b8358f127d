/**
 * The device's side of the grant in time: starting, polling, spacing, waiting. The only place with a clock and the only
 * one that sleeps.
 */
@NullMarked
package org.devicegrant.conformance.flow;

import org.jspecify.annotations.NullMarked;

/**
 * The search for what a server carries: which load to try next, what a trial has shown, what follows for more instances.
 * No load generator in here; scenario {@code capacity} brings it.
 */
@NullMarked
package org.devicegrant.load.capacity;

import org.jspecify.annotations.NullMarked;

/** One device: when it may ask next, what it asks, and whether the answer keeps the protocol. No load generator here. */
@NullMarked
package org.devicegrant.load.step;

import org.jspecify.annotations.NullMarked;

/** What a run must reach, and whether it did. */
@NullMarked
package org.devicegrant.load.objective;

import org.jspecify.annotations.NullMarked;

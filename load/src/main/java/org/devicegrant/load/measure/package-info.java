/** Histograms, counters and the state of the machine. Knows nothing of what is measured and opens no connection. */
@NullMarked
package org.devicegrant.load.measure;

import org.jspecify.annotations.NullMarked;

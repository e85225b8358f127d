/** A server that answers whatever a test wants, and counts. */
@NullMarked
package org.devicegrant.load.stub;

import org.jspecify.annotations.NullMarked;

/** Searching how much a server carries: trials, their verdicts, the search over them, and the law over instances. */
@NullMarked
package org.devicegrant.load.capacity;

import org.jspecify.annotations.NullMarked;

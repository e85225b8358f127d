/** Whether figures are the server's or the generator's and its machine's. */
@NullMarked
package org.devicegrant.load.guard;

import org.jspecify.annotations.NullMarked;

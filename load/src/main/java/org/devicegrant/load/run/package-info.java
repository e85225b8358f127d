/** Putting devices on the wire with Gatling, and stopping them. The only package that knows Gatling. */
@NullMarked
package org.devicegrant.load.run;

import org.jspecify.annotations.NullMarked;

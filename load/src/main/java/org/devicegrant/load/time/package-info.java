/** The one clock and the one waiting place of the module. Nothing else asks for the time or sleeps. */
@NullMarked
package org.devicegrant.load.time;

import org.jspecify.annotations.NullMarked;

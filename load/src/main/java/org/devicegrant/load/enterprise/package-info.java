/** The devices as a simulation that Gatling Enterprise starts by itself, without the command line of this tool. */
@NullMarked
package org.devicegrant.load.enterprise;

import org.jspecify.annotations.NullMarked;

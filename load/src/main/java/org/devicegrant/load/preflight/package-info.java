/** Everything that is looked at before the first device starts: may this server be loaded, can this machine do it, does the flow work. */
@NullMarked
package org.devicegrant.load.preflight;

import org.jspecify.annotations.NullMarked;

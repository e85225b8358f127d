/** The server as a load run sees it: endpoints found, clients ready to authenticate. Knows nothing of devices. */
@NullMarked
package org.devicegrant.load.target;

import org.jspecify.annotations.NullMarked;

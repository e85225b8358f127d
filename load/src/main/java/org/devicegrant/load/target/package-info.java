/** The server as a load run sees it: resolved endpoints and clients that are ready to authenticate. Reads no file. */
@NullMarked
package org.devicegrant.load.target;

import org.jspecify.annotations.NullMarked;

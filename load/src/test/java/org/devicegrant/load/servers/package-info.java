/** Load on servers that everybody knows: started by the scripts of {@code conformance/src/it/known-servers}. */
@NullMarked
package org.devicegrant.load.servers;

import org.jspecify.annotations.NullMarked;

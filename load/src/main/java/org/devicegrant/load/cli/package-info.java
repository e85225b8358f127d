/** The command line of the module. Only this package writes to standard output. */
@NullMarked
package org.devicegrant.load.cli;

import org.jspecify.annotations.NullMarked;

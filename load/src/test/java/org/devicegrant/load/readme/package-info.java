/** The command lines of the README: which there are, and that each of them works. */
@NullMarked
package org.devicegrant.load.readme;

import org.jspecify.annotations.NullMarked;

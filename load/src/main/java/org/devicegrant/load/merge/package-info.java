/** Several injectors that shared one run: their logs and reports become one. */
@NullMarked
package org.devicegrant.load.merge;

import org.jspecify.annotations.NullMarked;

/**
 * Checks of what no RFC asks for in so many words and widespread clients rely on all the same.
 */
@NullMarked
package org.devicegrant.conformance.interop;

import org.jspecify.annotations.NullMarked;

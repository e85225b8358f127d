/** From measurements to the report model and the files of a run. Judges objectives and trust, draws nothing. */
@NullMarked
package org.devicegrant.load.result;

import org.jspecify.annotations.NullMarked;

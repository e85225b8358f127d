/**
 * Known deviations: read, compared with a run, proposed. Pure logic; the date of today is passed in and no file is
 * opened here.
 */
@NullMarked
package org.devicegrant.reports.baseline;

import org.jspecify.annotations.NullMarked;

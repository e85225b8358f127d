/**
 * What several runs say together, or one run under another profile. Nothing here contacts a server: everything is
 * computed from what runs have left.
 */
@NullMarked
package org.devicegrant.reports.compare;

import org.jspecify.annotations.NullMarked;

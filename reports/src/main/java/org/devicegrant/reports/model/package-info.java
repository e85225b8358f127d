/** What a run found, as plain records without input or output. The one model all renderers read. */
@NullMarked
package org.devicegrant.reports.model;

import org.jspecify.annotations.NullMarked;

/**
 * What a load run leaves behind, as text: JSON, a page with plots, JUnit XML. Reads the model, opens nothing, judges
 * nothing.
 */
@NullMarked
package org.devicegrant.reports.load;

import org.jspecify.annotations.NullMarked;

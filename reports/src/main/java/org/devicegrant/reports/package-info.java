/**
 * Everything a run leaves behind, as text. {@link org.devicegrant.reports.model} holds what was found; a renderer turns
 * it into one format and knows nothing of the others. No renderer opens a connection, reads a clock or judges a server.
 */
@NullMarked
package org.devicegrant.reports;

import org.jspecify.annotations.NullMarked;

/**
 * What the page templates show: view records made from the model, with every number formatted and every link built.
 * The records are public only because compiled templates read them; nothing else should. Templates escape text, so no
 * record here may hold markup, except {@link org.devicegrant.reports.html.Page}, whose style and script are our own.
 */
@NullMarked
package org.devicegrant.reports.html;

import org.jspecify.annotations.NullMarked;

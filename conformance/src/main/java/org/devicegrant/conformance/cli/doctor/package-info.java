/**
 * Looks at a target file by trying on the wire what it says, and tells what is wrong in the file's own key names. Judges
 * the description, never the server.
 */
@NullMarked
package org.devicegrant.conformance.cli.doctor;

import org.jspecify.annotations.NullMarked;

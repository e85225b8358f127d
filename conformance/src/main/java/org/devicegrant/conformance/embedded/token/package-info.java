/**
 * Access, refresh and id tokens of the embedded server: what goes into them, how they are kept, refreshed, rotated and
 * looked up. Nothing about device codes or pages lives here.
 */
@NullMarked
package org.devicegrant.conformance.embedded.token;

import org.jspecify.annotations.NullMarked;

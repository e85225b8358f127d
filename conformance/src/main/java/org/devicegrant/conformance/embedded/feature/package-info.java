/**
 * Extensions of the grant that the embedded server can be taught: each one adds parameters, checks and members of its
 * own and is switched on by adding it. The server without any is complete.
 */
@NullMarked
package org.devicegrant.conformance.embedded.feature;

import org.jspecify.annotations.NullMarked;

/** Tests of the embedded server by plain HTTP, with nothing of the harness in between. */
@NullMarked
package org.devicegrant.conformance.embedded;

import org.jspecify.annotations.NullMarked;

/** What travels: form bodies out, parsed answers in (RFC 8628 sections 3.1 to 3.5). No timing, no judgement. */
@NullMarked
package org.devicegrant.load.protocol;

import org.jspecify.annotations.NullMarked;

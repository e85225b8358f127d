/**
 * Evidence to hand to somebody else: one zip with everything a run has left, its checksums, a hash chain over the
 * exchanges and, if wanted, a signature; and its verification without a network. Packs are read in memory and never
 * unpacked, so a name inside one cannot lead anywhere.
 */
@NullMarked
package org.devicegrant.reports.pack;

import org.jspecify.annotations.NullMarked;

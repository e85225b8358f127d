/**
 * Real authorization servers for integration tests, all behind {@link
 * org.devicegrant.conformance.servers.KnownServer}: started on a free loopback port with the same clients and users, and
 * stopped whatever happens. What one of them is expected to do wrong stands in its file under {@code src/it/known-servers}
 * and nowhere in this code. Nothing here may touch the packages under test beyond reading what a run has written.
 */
@NullMarked
package org.devicegrant.conformance.servers;

import org.jspecify.annotations.NullMarked;

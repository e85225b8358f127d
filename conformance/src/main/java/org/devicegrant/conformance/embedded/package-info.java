/**
 * A complete authorization server for the device grant (RFC 8628), for loopback only: it conforms as it starts, and
 * every way in which a server can go wrong can be switched on.
 */
@NullMarked
package org.devicegrant.conformance.embedded;

import org.jspecify.annotations.NullMarked;

/**
 * TLS for the embedded server: certificates made on the spot, and the ways in which TLS can be offered badly. Nothing
 * about HTTP lives here.
 */
@NullMarked
package org.devicegrant.conformance.embedded.http.tls;

import org.jspecify.annotations.NullMarked;

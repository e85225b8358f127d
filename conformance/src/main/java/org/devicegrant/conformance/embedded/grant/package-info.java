/**
 * The state of device authorizations: codes, polling, expiry, decision and redemption (RFC 8628), and the strategies
 * that judge them. Every change of a grant is atomic; a strategy that is not says so in its name. Pages, tokens and
 * HTTP live elsewhere.
 */
@NullMarked
package org.devicegrant.conformance.embedded.grant;

import org.jspecify.annotations.NullMarked;

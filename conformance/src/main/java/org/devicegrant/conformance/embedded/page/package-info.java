/**
 * The user's side of the embedded server (RFC 8628 section 3.3): pages for the code, for signing in and for the
 * decision, the browser sessions behind them, and the texts in several languages. Pages are rendered by the server and
 * work without scripts. They show nothing of the device code.
 */
@NullMarked
package org.devicegrant.conformance.embedded.page;

import org.jspecify.annotations.NullMarked;

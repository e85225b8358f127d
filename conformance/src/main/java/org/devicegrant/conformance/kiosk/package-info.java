/**
 * Checks of devices that are set up once for somebody's account and then stay: codes that live for days, a time for
 * redemption of its own, an account that the device names, and people who decide for others. No RFC describes them; the
 * target file declares what a deployment promises.
 */
@NullMarked
package org.devicegrant.conformance.kiosk;

import org.jspecify.annotations.NullMarked;

/**
 * The user's side as checks see it: approve, refuse or look at pages, by browser, by a command or by hand. Pages
 * themselves are understood in browser-steps.
 */
@NullMarked
package org.devicegrant.conformance.user;

import org.jspecify.annotations.NullMarked;

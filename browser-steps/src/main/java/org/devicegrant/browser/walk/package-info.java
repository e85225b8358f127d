/**
 * The walk from page to page: wait until the page rests, read it, decide what to do, do it, see whether it had an
 * effect. Knows pages by {@code page} and the browser by {@link org.devicegrant.browser.walk.Surface} alone. The only
 * place of the module that waits is {@link org.devicegrant.browser.walk.Waiting}.
 */
@NullMarked
package org.devicegrant.browser.walk;

import org.jspecify.annotations.NullMarked;

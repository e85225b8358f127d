/**
 * Understanding of pages: facts that were read from a document go in, what the page is and what can be done there come
 * out, with scores and reasons. Pure: no browser, no waiting, no input or output but the word lists.
 */
@NullMarked
package org.devicegrant.browser.page;

import org.jspecify.annotations.NullMarked;

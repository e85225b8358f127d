/**
 * Approving codes without a browser for each: the forms of the server's pages, read once and filled again with fresh
 * values, or a command of the operator. What a page asks for is understood by browser-steps.
 */
@NullMarked
package org.devicegrant.load.approval;

import org.jspecify.annotations.NullMarked;

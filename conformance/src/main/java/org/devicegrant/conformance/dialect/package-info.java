/**
 * Known habits of answering otherwise than RFC 8628 says, older than it or private. A server that speaks such a dialect
 * is told so once. Nothing here changes a verdict.
 */
@NullMarked
package org.devicegrant.conformance.dialect;

import org.jspecify.annotations.NullMarked;

/**
 * Checks of what RFC 6749 asks of the endpoints that RFC 8628 builds on, one package for each section.
 */
@NullMarked
package org.devicegrant.conformance.rfc6749;

import org.jspecify.annotations.NullMarked;

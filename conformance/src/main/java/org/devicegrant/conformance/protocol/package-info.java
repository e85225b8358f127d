/**
 * The words of RFC 8628 and RFC 6749 and their parsed answers: names, error codes, form bodies, JSON. Pure values: no
 * input, no output, no clock.
 */
@NullMarked
package org.devicegrant.conformance.protocol;

import org.jspecify.annotations.NullMarked;

/** Input that nobody should send, made from fixed seeds, and the promise that it ends in what is documented. */
@org.jspecify.annotations.NullMarked
package org.devicegrant.conformance.hostile;

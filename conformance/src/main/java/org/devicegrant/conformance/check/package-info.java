/**
 * Runs checks as JUnit tests and turns what happened into verdicts. The only place that knows JUnit's extension API.
 */
@NullMarked
package org.devicegrant.conformance.check;

import org.jspecify.annotations.NullMarked;

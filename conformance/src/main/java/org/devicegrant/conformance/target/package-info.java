/**
 * The target file: what the harness is told about the server under test. Immutable records, the YAML loader with its
 * validation, and the JSON Schema for editors. Nothing here sends a request or knows a check.
 */
@NullMarked
package org.devicegrant.conformance.target;

import org.jspecify.annotations.NullMarked;

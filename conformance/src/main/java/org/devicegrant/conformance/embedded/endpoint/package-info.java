/**
 * What the embedded server offers over HTTP apart from pages: one class for each endpoint, and the reception that
 * leads a request to it. State lives elsewhere.
 */
@NullMarked
package org.devicegrant.conformance.embedded.endpoint;

import org.jspecify.annotations.NullMarked;

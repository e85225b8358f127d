package org.devicegrant.browser.walk;

import java.time.Duration;

/**
 * How much a page moves.
 *
 * @param loading whether a document, a frame or a call of a script is under way
 * @param quiet for how long the document has not changed
 * @param certain whether the browser knows that nothing more will come of itself
 * @param document tells this document from the one before it, even at the same address
 */
public record Pulse(boolean loading, Duration quiet, boolean certain, String document) {}

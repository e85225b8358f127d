/**
 * What can be inferred of a server's polling automaton from the exchanges of a run, and the few polls that are made only to
 * learn it. Every statement holds whatever the network and the machine did: a request was handled at an unknown instant
 * between sending and receiving. What cannot be proved is unknown, with the reason. Nothing here is a verdict.
 */
@NullMarked
package org.devicegrant.conformance.automaton;

import org.jspecify.annotations.NullMarked;

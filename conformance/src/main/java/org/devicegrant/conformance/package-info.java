/**
 * The conformance side: the catalogue of requirements, the checks that answer them, and the embedded server that proves
 * each check can fail. Dependencies run one way: {@code requirement, protocol <- target <- exchange <- flow, user <-
 * assertion <- check <- sections <- cli}.
 */
@NullMarked
package org.devicegrant.conformance;

import org.jspecify.annotations.NullMarked;

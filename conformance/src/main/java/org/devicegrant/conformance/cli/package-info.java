/**
 * The command line: one class for each subcommand, what they share, and the exit codes. The only package that writes to
 * standard output. What a command does is elsewhere; here are its options, its words and its errors.
 */
@NullMarked
package org.devicegrant.conformance.cli;

import org.jspecify.annotations.NullMarked;

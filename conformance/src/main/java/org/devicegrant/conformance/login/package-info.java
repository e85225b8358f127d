/**
 * Who can log in: how widespread clients read and poll, as their public source tells, held against what a run has seen.
 * Nothing here decides whether a server conforms; each emulation names the source it rests on.
 */
@NullMarked
package org.devicegrant.conformance.login;

import org.jspecify.annotations.NullMarked;

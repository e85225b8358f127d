/** Checks of <a href="https://www.rfc-editor.org/rfc/rfc8628">RFC 8628</a>, one package a section. Sections do not know each other. */
@NullMarked
package org.devicegrant.conformance.rfc8628;

import org.jspecify.annotations.NullMarked;

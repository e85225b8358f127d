/**
 * A gallery of awkward pages: little device flows that each have a habit of their own, with a server that knows what
 * was really approved or refused, and which of the traps on the pages were stepped into.
 */
package org.devicegrant.browser.gallery;

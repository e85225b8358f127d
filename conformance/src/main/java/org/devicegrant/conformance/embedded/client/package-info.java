/**
 * Who may use the embedded server: its clients, how they prove who they are (RFC 6749 section 2.3, RFC 7523), and its
 * users. Nothing about grants or tokens lives here.
 */
@NullMarked
package org.devicegrant.conformance.embedded.client;

import org.jspecify.annotations.NullMarked;

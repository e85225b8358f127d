/**
 * Load on a device authorization server: how many waiting devices it carries. Each package below has one task; the load
 * generator Gatling is known to {@code run} alone, standard output to {@code cli} alone.
 */
@NullMarked
package org.devicegrant.load;

import org.jspecify.annotations.NullMarked;

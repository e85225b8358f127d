/** What the devices of a run do and when: one class per scenario, and what all of them share. */
@NullMarked
package org.devicegrant.load.scenario;

import org.jspecify.annotations.NullMarked;

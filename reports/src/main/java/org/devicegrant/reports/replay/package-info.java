/**
 * A failure as a shell script: the exchanges it rests on, sent again with curl, with the waits between them. Codes and
 * tokens come from the answers of the script's own requests, secrets from the environment; none is ever written down.
 */
@NullMarked
package org.devicegrant.reports.replay;

import org.jspecify.annotations.NullMarked;

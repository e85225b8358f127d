/**
 * The user of the device grant: opens the verification page, types the code, signs in, approves or refuses, as a person
 * would who has never seen the page before. Knows pages and browsers; knows nothing of OAuth checks or verdicts.
 */
@NullMarked
package org.devicegrant.browser;

import org.jspecify.annotations.NullMarked;

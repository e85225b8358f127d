/**
 * Browsers by WebDriver: how they are found, started, emptied and stopped, how a page is read and touched through them,
 * and what they tell about the network. The only package that knows Selenium and HtmlUnit.
 */
@NullMarked
package org.devicegrant.browser.driver;

import org.jspecify.annotations.NullMarked;

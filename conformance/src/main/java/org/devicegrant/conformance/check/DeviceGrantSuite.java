package org.devicegrant.conformance.check;

import org.junit.platform.suite.api.ConfigurationParametersResource;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Every check as a test of somebody's own build: {@code class OurServerConformsTest extends DeviceGrantSuite {}}, with
 * JUnit's suite engine on the test class path. The target file comes from the configuration parameter or system
 * property {@code device-grant.target}, or from the environment variable {@code DEVICE_GRANT_TARGET}. The checks wait
 * side by side; the rest of the build keeps its own settings.
 */
@Suite(failIfNoTests = true)
@IncludeEngines("junit-jupiter")
@SelectPackages("org.devicegrant.conformance")
@IncludeClassNamePatterns(".*Checks")
@ConfigurationParametersResource("org/devicegrant/conformance/check/suite.properties")
public class DeviceGrantSuite {
    /** For subclasses, which need no more than their name. */
    protected DeviceGrantSuite() {}
}

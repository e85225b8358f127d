package com.example;

import org.devicegrant.conformance.check.DeviceGrantSuite;

/** Every check against the server that the target file names. */
class OurServerConformsTest extends DeviceGrantSuite {}

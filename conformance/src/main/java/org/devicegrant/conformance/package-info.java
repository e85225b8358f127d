package org.devicegrant.conformance;

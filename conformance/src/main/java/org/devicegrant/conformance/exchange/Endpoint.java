package org.devicegrant.conformance.exchange;

/** What a request was addressed to; passive rules differ by it. */
public enum Endpoint {
    DEVICE_AUTHORIZATION,
    TOKEN,
    METADATA,
    VERIFICATION_PAGE,
    REGISTRATION,
    /** User info, introspection or a probe resource: tells whether a token works. */
    ORACLE,
    OTHER
}

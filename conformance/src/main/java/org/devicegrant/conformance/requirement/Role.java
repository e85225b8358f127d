package org.devicegrant.conformance.requirement;

/** The part of the server that a requirement binds. */
public enum Role {
    DEVICE_AUTHORIZATION,
    TOKEN,
    VERIFICATION_UI,
    METADATA,
    ALL
}

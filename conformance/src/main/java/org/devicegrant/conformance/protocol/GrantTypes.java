package org.devicegrant.conformance.protocol;

/** Values of {@code grant_type} (RFC 6749 sections 4.5 and 6, RFC 8628 section 3.4). */
public final class GrantTypes {
    public static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";
    public static final String REFRESH_TOKEN = "refresh_token";

    private GrantTypes() {}
}

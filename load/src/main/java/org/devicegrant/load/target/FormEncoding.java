package org.devicegrant.load.target;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The encoding of form bodies. */
public final class FormEncoding {
    private FormEncoding() {}

    /** A name or value for {@code application/x-www-form-urlencoded}. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

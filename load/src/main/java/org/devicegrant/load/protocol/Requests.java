package org.devicegrant.load.protocol;

import static org.devicegrant.load.target.FormEncoding.encode;

import java.util.Map;
import org.devicegrant.load.target.LoadClient;
import org.devicegrant.load.target.LoadTarget;

/** Form bodies of the two requests (RFC 8628 sections 3.1 and 3.4). */
public final class Requests {
    private static final String POLL =
            "grant_type=" + encode("urn:ietf:params:oauth:grant-type:device_code") + "&device_code=";

    private Requests() {}

    /** A token request for a device code that is form-encoded already. */
    public static String poll(String encodedDeviceCode, LoadClient client) {
        return POLL + encodedDeviceCode + client.authentication().parameters();
    }

    /** A device authorization request. */
    public static String deviceAuthorization(LoadTarget target, LoadClient client) {
        StringBuilder body = new StringBuilder();
        if (target.scope() != null) {
            body.append("&scope=").append(encode(target.scope()));
        }
        for (Map.Entry<String, String> extra : target.extraParameters().entrySet()) {
            body.append('&').append(encode(extra.getKey())).append('=').append(encode(extra.getValue()));
        }
        body.append(client.authentication().parameters());
        return body.isEmpty() ? "" : body.substring(1);
    }
}

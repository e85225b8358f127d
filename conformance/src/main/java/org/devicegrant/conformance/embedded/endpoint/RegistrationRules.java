package org.devicegrant.conformance.embedded.endpoint;

import java.util.Set;
import org.devicegrant.conformance.embedded.client.Client;

/** Whether and how clients register themselves (RFC 7591). Closed as it is made. */
public final class RegistrationRules {
    private boolean open;
    private Set<String> defaultGrantTypes = Set.of("authorization_code");
    private Set<String> grantTypes = Set.of(Client.DEVICE_GRANT, Client.REFRESH, "authorization_code");

    /** Whether anybody may register a client. */
    public RegistrationRules open(boolean rule) {
        this.open = rule;
        return this;
    }

    /** What a client may use that names no grant types. */
    public RegistrationRules defaultGrantTypes(Set<String> rule) {
        this.defaultGrantTypes = Set.copyOf(rule);
        return this;
    }

    /** What a client may ask for; the rest is dropped, and the answer says so. */
    public RegistrationRules grantTypes(Set<String> rule) {
        this.grantTypes = Set.copyOf(rule);
        return this;
    }

    /** Whether anybody may register a client. */
    public boolean open() {
        return open;
    }

    Set<String> defaultGrantTypes() {
        return defaultGrantTypes;
    }

    Set<String> grantTypes() {
        return grantTypes;
    }
}

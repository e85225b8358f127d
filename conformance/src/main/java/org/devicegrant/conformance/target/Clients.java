package org.devicegrant.conformance.target;

import org.jspecify.annotations.Nullable;

/**
 * {@code clients} of the target file. At least one of {@link #public_} and {@link #confidential} is there.
 *
 * @param public_ key {@code public}: public client, allowed to use the grant
 * @param other second public client, allowed to use the grant
 * @param confidential client with a secret, allowed to use the grant
 * @param withoutGrant key {@code without_grant}: registered, but not for this grant
 * @param privateKeyJwt key {@code private_key_jwt}: authenticates with a signed assertion
 * @param specialCharacters key {@code special_characters}: confidential, its id or secret changes under
 *     form-encoding
 * @param disposable confidential, may be locked out by guessing at its secret
 * @param kiosk client whose codes live for days
 * @param introspection credentials for the introspection endpoint, which need not be allowed the grant
 */
public record Clients(
        @Nullable Client public_,
        @Nullable Client other,
        @Nullable Client confidential,
        @Nullable Client withoutGrant,
        @Nullable Client privateKeyJwt,
        @Nullable Client specialCharacters,
        @Nullable Client disposable,
        @Nullable Client kiosk,
        @Nullable Client introspection) {

    /** Only a public client. */
    public static Clients onlyPublic(Client client) {
        return new Clients(client, null, null, null, null, null, null, null, null);
    }

    /** The client for checks that do not care: the public one, else the confidential one. */
    public Client main() {
        Client client = public_ == null ? confidential : public_;
        if (client == null) {
            throw new IllegalStateException("the target names neither clients.public nor clients.confidential");
        }
        return client;
    }
}

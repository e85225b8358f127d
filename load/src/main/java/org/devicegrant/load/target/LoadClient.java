package org.devicegrant.load.target;

/**
 * A client that devices of the run belong to.
 *
 * @param name its key in the target file, for example {@code public}
 * @param clientId its identifier
 * @param authentication how it proves who it is
 */
public record LoadClient(String name, String clientId, Credential authentication) {
    /** A public client. */
    public static LoadClient publicClient(String clientId) {
        return new LoadClient("public", clientId, Credential.none(clientId));
    }
}

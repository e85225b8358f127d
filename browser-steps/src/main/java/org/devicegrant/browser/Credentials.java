package org.devicegrant.browser;

/** A user's name and password. The password never shows in {@link #toString()}. */
public record Credentials(String username, String password) {
    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}

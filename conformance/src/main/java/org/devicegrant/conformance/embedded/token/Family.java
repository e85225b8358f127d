package org.devicegrant.conformance.embedded.token;

/**
 * All refresh tokens that descend from one redemption, and what they are good for. Guarded by itself: whoever reads
 * and changes holds its monitor.
 */
final class Family {
    private final Issue issue;
    private String current;
    private boolean revoked;

    Family(Issue issue, String first) {
        this.issue = issue;
        this.current = first;
    }

    Issue issue() {
        return issue;
    }

    synchronized boolean isRevoked() {
        return revoked;
    }

    synchronized boolean isCurrent(String token) {
        return !revoked && current.equals(token);
    }

    synchronized void current(String next) {
        current = next;
    }

    synchronized void revoke() {
        revoked = true;
    }
}

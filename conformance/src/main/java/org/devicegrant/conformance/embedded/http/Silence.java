package org.devicegrant.conformance.embedded.http;

import com.github.tomakehurst.wiremock.common.Notifier;

/** Drops what WireMock wants to log: it would hold codes and tokens. */
final class Silence implements Notifier {
    @Override
    public void info(String message) {
        // Dropped.
    }

    @Override
    public void error(String message) {
        // Dropped.
    }

    @Override
    public void error(String message, Throwable cause) {
        // Dropped.
    }
}

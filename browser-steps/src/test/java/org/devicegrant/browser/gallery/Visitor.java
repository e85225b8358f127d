package org.devicegrant.browser.gallery;

/** What the server remembers of one browser. */
final class Visitor {
    final String token;
    volatile String code = "";
    volatile String name = "";
    volatile boolean signedIn;
    volatile boolean confirmed;

    Visitor(String token) {
        this.token = token;
    }
}

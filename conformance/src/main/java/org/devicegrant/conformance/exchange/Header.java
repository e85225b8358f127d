package org.devicegrant.conformance.exchange;

/** One header field line. */
public record Header(String name, String value) {
    /** Without the value: it may be a credential. */
    @Override
    public String toString() {
        return name;
    }
}

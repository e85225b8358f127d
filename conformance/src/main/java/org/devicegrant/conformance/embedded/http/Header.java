package org.devicegrant.conformance.embedded.http;

/**
 * One header line.
 *
 * @param name as sent; compared without regard to case
 * @param value as sent
 */
public record Header(String name, String value) {}

package org.devicegrant.reports.html;

/**
 * One line of a list of facts.
 *
 * @param name what it is
 * @param value what was found
 */
public record Fact(String name, String value) {}

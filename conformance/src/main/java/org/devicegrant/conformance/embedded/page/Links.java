package org.devicegrant.conformance.embedded.page;

import org.devicegrant.conformance.embedded.http.Percent;

/** Where the pages are, and how they name what they are about. */
final class Links {
    static final String LOGIN = "/login";
    static final String DECISION = "/decision";
    static final String DONE = "/done";
    static final String USER_CODE = "user_code";

    private final String root;
    private final PageRules rules;

    Links(String root, PageRules rules) {
        this.root = root;
        this.rules = rules;
    }

    /** Path of the first page. */
    String root() {
        return root;
    }

    String code(String userCode) {
        return userCode.isEmpty() ? root : root + "?" + USER_CODE + "=" + Percent.encode(userCode);
    }

    String login(Ticket ticket) {
        return root + LOGIN + "?" + name(ticket);
    }

    String login(String userCode) {
        return root + LOGIN + (userCode.isEmpty() ? "" : "?" + USER_CODE + "=" + Percent.encode(userCode));
    }

    String decision(Ticket ticket) {
        return root + DECISION + "?" + name(ticket);
    }

    String done(Ticket ticket) {
        return root + DONE + "?" + name(ticket);
    }

    /** Parameter that names a ticket. */
    String parameter() {
        return switch (rules.addressing()) {
            case TICKET, LATEST -> "t";
            case USER_CODE -> "of";
            case DEVICE_CODE -> "device_code";
        };
    }

    /** How a ticket is named. */
    String value(Ticket ticket) {
        return switch (rules.addressing()) {
            case TICKET -> ticket.id();
            case LATEST -> "latest";
            case USER_CODE -> ticket.grant().userCode();
            case DEVICE_CODE -> ticket.grant().deviceCode();
        };
    }

    private String name(Ticket ticket) {
        return parameter() + "=" + Percent.encode(value(ticket));
    }
}

package org.devicegrant.conformance.target;

/** Somebody who can sign in at the server under test. */
public record User(String username, Secret password) {}

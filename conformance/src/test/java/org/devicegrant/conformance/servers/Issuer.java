package org.devicegrant.conformance.servers;

/** One issuer of a server; a server may have several. */
record Issuer(String name, String version, String issuer, ClientKey clientKey, String scope, String narrowScope)
        implements KnownServer {}

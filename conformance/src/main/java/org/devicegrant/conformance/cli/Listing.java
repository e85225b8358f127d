package org.devicegrant.conformance.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Something that {@code list} prints; every line ends with a line feed. */
interface Listing {
    /** For people. */
    String text();

    /** For programs: one object. */
    ObjectNode object();

    /** The object, indented. */
    default String json() {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(object()) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.devicegrant.conformance.target;

import java.util.List;
import java.util.Map;

/** A piece of YAML that still knows its line. Text only: nothing is ever constructed from a tag. */
sealed interface Node {
    /** Line of the file, from 1; 0 for what the command line added. */
    int line();

    /** What it is, for messages. */
    String kind();

    /**
     * One value.
     *
     * @param text as written, without quotes
     * @param type what YAML takes it for; only JSON cares
     */
    record Scalar(int line, String text, Type type) implements Node {
        /** What YAML takes a value for. */
        enum Type {
            TEXT,
            NUMBER,
            FLAG,
            NOTHING
        }

        boolean absent() {
            return type == Type.NOTHING;
        }

        @Override
        public String kind() {
            return absent() ? "nothing" : "a single value";
        }

        /** Leaves out the text, which may be a secret. */
        @Override
        public String toString() {
            return "Scalar[line " + line + "]";
        }
    }

    /** A list. */
    record Items(int line, List<Node> items) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A mapping, in the order of the file. */
    record Fields(int line, Map<String, Field> fields) implements Node {
        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** One key of a mapping with its own line. */
    record Field(int line, Node value) {}
}

package org.devicegrant.conformance.cli.doctor;

/**
 * What trying one key of the target file has shown.
 *
 * @param mark how it stands
 * @param key the key, for example {@code clients.other}
 * @param text what was seen, and what to do where it is wrong; without any secret
 * @param paste lines for the target file that may mend it, or empty; without any secret
 */
public record Remark(Mark mark, String key, String text, String paste) {
    /** How a key stands. */
    public enum Mark {
        /** Tried, and it works. */
        GOOD,
        /** Nothing is wrong, but a reader should know. */
        NOTE,
        /** The file does not describe the server. */
        WRONG,
        /** The server cannot be asked. */
        UNREACHABLE
    }

    static Remark good(String key, String text) {
        return new Remark(Mark.GOOD, key, text, "");
    }

    static Remark note(String key, String text) {
        return new Remark(Mark.NOTE, key, text, "");
    }

    static Remark wrong(String key, String text) {
        return new Remark(Mark.WRONG, key, text, "");
    }

    static Remark unreachable(String key, String text) {
        return new Remark(Mark.UNREACHABLE, key, text, "");
    }

    /** The same with lines for the target file that may mend it. */
    Remark withPaste(String lines) {
        return new Remark(mark, key, text, lines);
    }
}

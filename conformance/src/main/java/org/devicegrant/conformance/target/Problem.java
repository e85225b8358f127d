package org.devicegrant.conformance.target;

/**
 * One thing that is wrong with a target file.
 *
 * @param line line of the file, from 1; 0 where the value came from the command line or is missing altogether
 * @param path key in dotted form, for example {@code clients.public.client_id}; empty for the file as a whole
 * @param message what is wrong, without any secret
 * @param advice what to do about it, or empty
 */
public record Problem(int line, String path, String message, String advice) {
    /** The problem on one line, the advice on a second one. */
    @Override
    public String toString() {
        String place = line > 0 ? "line " + line : "";
        String where = place + (place.isEmpty() || path.isEmpty() ? "" : ", ") + path;
        return (where.isEmpty() ? message : where + ": " + message) + (advice.isEmpty() ? "" : "\n    " + advice);
    }
}

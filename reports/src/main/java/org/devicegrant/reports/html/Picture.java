package org.devicegrant.reports.html;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the user's side showed, as a file beside the page.
 *
 * @param path relative to the page
 * @param name for people
 * @param preview address of a picture to show in the page, or null where the file is no picture
 */
public record Picture(String path, String name, @Nullable String preview) {

    private static final Pattern INSIDE = Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9_][A-Za-z0-9_./-]*");
    private static final Pattern IMAGE = Pattern.compile(".*\\.(png|jpg|jpeg|gif|webp)", Pattern.CASE_INSENSITIVE);

    /** What a file is that is no picture. */
    public String nature() {
        return path.endsWith(".txt") ? "what was done" : "page source";
    }

    /**
     * The picture at {@code path}; none if the path leads out of the report directory.
     *
     * @param thumbnail a small version as a data URI, or null to show the file itself
     */
    public static Optional<Picture> of(String path, @Nullable String thumbnail) {
        if (!INSIDE.matcher(path).matches()) {
            return Optional.empty();
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        String preview = IMAGE.matcher(path).matches() ? (thumbnail == null ? path : thumbnail) : null;
        return Optional.of(new Picture(path, name, preview));
    }
}

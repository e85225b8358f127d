package org.devicegrant.reports;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.devicegrant.reports.html.Picture;
import org.devicegrant.reports.model.RunReport;

/** Small versions of screenshots, to show in a page that was sent without the files beside it. */
final class Thumbnails {

    private static final int WIDTH = 320;
    private static final int TALLEST = 640;
    private static final int MOST = 80;

    private Thumbnails() {}

    /**
     * Data URIs by the path that the results carry. A file that is absent or no picture has none.
     *
     * @param directory the report directory
     */
    static Map<String, String> of(Path directory, RunReport run) {
        Map<String, String> thumbnails = new LinkedHashMap<>();
        List<String> paths = run.results().stream()
                .flatMap(result -> result.screenshots().stream())
                .distinct()
                .filter(path -> Picture.of(path, null).isPresent())
                .limit(MOST)
                .toList();
        paths.forEach(
                path -> thumbnail(directory.resolve(path)).ifPresent(thumbnail -> thumbnails.put(path, thumbnail)));
        return thumbnails;
    }

    private static Optional<String> thumbnail(Path file) {
        try {
            BufferedImage image = Files.isRegularFile(file) ? ImageIO.read(file.toFile()) : null;
            return image == null ? Optional.empty() : Optional.of(dataUri(scaled(image)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static BufferedImage scaled(BufferedImage image) {
        double factor = Math.min(1, (double) WIDTH / image.getWidth());
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        BufferedImage small = new BufferedImage(width, Math.min(height, TALLEST), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static String dataUri(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}

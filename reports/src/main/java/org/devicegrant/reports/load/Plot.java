package org.devicegrant.reports.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A plot as inline SVG. Lines differ by dash and by their label at the end, not only by colour, so that they can be told
 * apart in print and by everybody.
 */
final class Plot {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 300;
    private static final int LEFT = 64;
    private static final int RIGHT = 130;
    private static final int TOP = 14;
    private static final int BOTTOM = 44;

    private final String title;
    private final Scale x;
    private final Scale y;
    private final String xName;
    private final String yName;
    private final Markup inside = new Markup();
    private final List<Label> labels = new ArrayList<>();

    /** An empty plot. The title is read to those who cannot see it. */
    Plot(String title, Scale x, String xName, Scale y, String yName) {
        this.title = title;
        this.x = x;
        this.y = y;
        this.xName = xName;
        this.yName = yName;
    }

    /** Shades a part of the x axis. */
    Plot shade(double from, double to, String name) {
        inside.raw(text(
                "<rect class=\"shade\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"><title>%s</title></rect>",
                px(from), TOP, Math.max(0, px(to) - px(from)), HEIGHT - TOP - BOTTOM, Markup.escape(name)));
        return this;
    }

    /** A line through points, with its name at its end; {@code style} is 1 to 6. */
    Plot line(String name, int style, List<Point> points) {
        if (points.isEmpty()) {
            return this;
        }
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? 'M' : 'L').append(text("%.1f %.1f", px(point.x), py(point.y)));
        }
        inside.raw(text("<path class=\"line s%d\" d=\"%s\"/>", style, path));
        Point last = points.get(points.size() - 1);
        labels.add(new Label(name, style, py(last.y)));
        return this;
    }

    /** A horizontal line across the whole plot. */
    Plot level(String name, int style, double value) {
        return line(name, style, List.of(new Point(x.from(), value), new Point(x.to(), value)));
    }

    /** A vertical line. */
    Plot mark(String name, double value) {
        inside.raw(text(
                "<line class=\"mark\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/><text class=\"marklabel\" x=\"%.1f\" y=\"%d\">%s</text>",
                px(value), px(value), TOP, HEIGHT - BOTTOM, px(value) + 4, TOP + 10, Markup.escape(name)));
        return this;
    }

    /** A dot; {@code kind} is a class of the style sheet with a shape of its own. */
    Plot dot(double atX, double atY, String kind, String tip) {
        String shape = switch (kind) {
            case "fail" -> "<path class=\"dot fail\" d=\"M%1$.1f %2$.1fm-5 -5l10 10m0 -10l-10 10\">";
            case "invalid" -> "<path class=\"dot invalid\" d=\"M%1$.1f %2$.1fm-5 0h10m-5 -5v10\">";
            default -> "<circle class=\"dot pass\" cx=\"%1$.1f\" cy=\"%2$.1f\" r=\"4.5\">";
        };
        String end = shape.startsWith("<circle") ? "</circle>" : "</path>";
        inside.raw(text(shape, px(atX), py(atY)) + "<title>" + Markup.escape(tip) + "</title>" + end);
        return this;
    }

    /** A bar from one value to another on the y axis. */
    Plot bar(double fromX, double toX, double fromY, double toY, int style, String tip) {
        inside.raw(text(
                "<rect class=\"bar s%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.2f\" height=\"%.2f\"><title>%s</title></rect>",
                style,
                px(fromX),
                py(toY),
                Math.max(0.5, px(toX) - px(fromX) - 0.5),
                Math.max(0, py(fromY) - py(toY)),
                Markup.escape(tip)));
        return this;
    }

    /** Names a style where no line carries the name. */
    Plot legend(String name, int style) {
        labels.add(new Label(name, style, TOP + 14.0 + labels.size() * 16));
        return this;
    }

    /** The plot. */
    String svg() {
        Markup svg = new Markup();
        svg.raw(text(
                "<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH, HEIGHT, Markup.escape(title)));
        axes(svg);
        svg.raw(inside.toString());
        labels(svg);
        return svg.raw("</svg>").toString();
    }

    private void axes(Markup svg) {
        for (double tick : y.ticks()) {
            svg.raw(text(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text class=\"ytick\" x=\"%d\" y=\"%.1f\">%s</text>",
                    LEFT, WIDTH - RIGHT, py(tick), py(tick), LEFT - 6, py(tick) + 4, Scale.label(tick)));
        }
        for (double tick : x.ticks()) {
            svg.raw(text(
                    "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/><text class=\"xtick\" x=\"%.1f\" y=\"%d\">%s</text>",
                    px(tick),
                    px(tick),
                    HEIGHT - BOTTOM,
                    HEIGHT - BOTTOM + 4,
                    px(tick),
                    HEIGHT - BOTTOM + 17,
                    Scale.label(tick)));
        }
        svg.raw(text(
                "<text class=\"axis\" x=\"%d\" y=\"%d\">%s</text>",
                (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, Markup.escape(xName)));
        svg.raw(text(
                "<text class=\"axis\" transform=\"translate(13 %d) rotate(-90)\">%s</text>",
                (TOP + HEIGHT - BOTTOM) / 2, Markup.escape(yName)));
    }

    /** Labels at the right, moved apart where lines end close together. */
    private void labels(Markup svg) {
        List<Label> sorted = new ArrayList<>(labels);
        sorted.sort((a, b) -> Double.compare(a.y, b.y));
        double next = TOP;
        for (Label label : sorted) {
            double at = Math.max(label.y, next);
            next = at + 15;
            svg.raw(text(
                    "<line class=\"line s%d\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text class=\"label\" x=\"%d\" y=\"%.1f\">%s</text>",
                    label.style,
                    WIDTH - RIGHT + 6,
                    WIDTH - RIGHT + 24,
                    at,
                    at,
                    WIDTH - RIGHT + 28,
                    at + 4,
                    Markup.escape(label.name)));
        }
    }

    private double px(double value) {
        return LEFT + x.place(value) * (WIDTH - LEFT - RIGHT);
    }

    private double py(double value) {
        return HEIGHT - BOTTOM - y.place(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** A point in the plot's own units. */
    record Point(double x, double y) {}

    private record Label(String name, int style, double y) {}
}

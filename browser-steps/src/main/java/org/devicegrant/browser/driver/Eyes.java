package org.devicegrant.browser.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.devicegrant.browser.page.Control;
import org.devicegrant.browser.page.Snapshot;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchFrameException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/** Reads the open page, frame by frame, and remembers where each control is. */
final class Eyes {
    private static final int DEPTH = 4;
    private static final int FRAMES = 12;

    private final JavascriptExecutor driver;
    private final Frames frames;
    private final boolean layout;
    private final List<Place> places = new ArrayList<>();
    private final List<Control> controls = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final List<String> alerts = new ArrayList<>();
    private int entered;

    /** Where a control is: the way through the frames, and the element. */
    record Place(List<WebElement> frames, WebElement element) {}

    /** What was seen, in which document, and where each control is, by its index. */
    record Sight(Snapshot snapshot, String document, List<Place> places) {}

    private Eyes(Seat seat) {
        this.driver = (JavascriptExecutor) seat.driver();
        this.frames = seat.frames();
        this.layout = seat.layout();
    }

    /** Reads the page; the driver is left at the top document. */
    static Sight look(Seat seat) {
        return new Eyes(seat).read(seat.status());
    }

    private Sight read(int status) {
        frames.top();
        Map<?, ?> top = document(List.of());
        Snapshot snapshot = new Snapshot(
                text(top.get("address")),
                text(top.get("title")),
                status > 0 ? status : number(top.get("status")),
                String.join("\n", texts).strip(),
                headings,
                alerts,
                controls);
        return new Sight(snapshot, text(top.get("born")), places);
    }

    private Map<?, ?> document(List<WebElement> path) {
        Object result = driver.executeScript(Scripts.SNAPSHOT, layout);
        if (!(result instanceof Map<?, ?> found)) {
            return Map.of();
        }
        texts.add(text(found.get("text")));
        list(found.get("headings")).forEach(h -> headings.add(text(h)));
        list(found.get("alerts")).forEach(a -> alerts.add(text(a)));
        for (Object control : list(found.get("controls"))) {
            keep(control, path);
        }
        for (Object frame : list(found.get("frames"))) {
            inside(frame, path);
        }
        return found;
    }

    private void keep(Object control, List<WebElement> path) {
        if (control instanceof Map<?, ?> facts && facts.get("element") instanceof WebElement element) {
            Map<String, Object> kept = new HashMap<>();
            facts.forEach((key, value) -> kept.put(text(key), value));
            kept.put("frame", path.isEmpty() ? "" : "frame " + entered + " ");
            controls.add(new Control(places.size(), kept));
            places.add(new Place(path, element));
        }
    }

    private void inside(Object frame, List<WebElement> path) {
        if (!(frame instanceof WebElement element) || path.size() >= DEPTH || entered >= FRAMES) {
            return;
        }
        entered++;
        List<WebElement> deeper = new ArrayList<>(path);
        deeper.add(element);
        try {
            frames.into(element);
            document(List.copyOf(deeper));
        } catch (NoSuchFrameException | StaleElementReferenceException | JavascriptException e) {
            // The frame went away, or holds no document: there is nothing to read in it.
        } finally {
            frames.enter(path);
        }
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }
}

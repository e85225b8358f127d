package org.devicegrant.browser.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.page.Choice;
import org.devicegrant.browser.page.Control;
import org.devicegrant.browser.page.Snapshot;
import org.devicegrant.browser.walk.Moved;
import org.devicegrant.browser.walk.Pulse;
import org.devicegrant.browser.walk.Surface;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.InvalidSelectorException;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.NoSuchFrameException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

/** An open tab, touched through WebDriver. */
final class WebSurface implements Surface {
    private static final String UNREADABLE = "unreadable";
    private static final Duration LONG = Duration.ofHours(1);
    private static final String ENABLED =
            "var e = arguments[0], off = e.disabled || e.getAttribute('aria-disabled') === 'true';"
                    + " try { off = off || e.matches(':disabled'); } catch (tooOld) { } return !off;";

    private final Turns turns;
    private final Pictures pictures;
    private Eyes.Sight sight;

    WebSurface(Turns turns, Pictures pictures) {
        this.turns = turns;
        this.pictures = pictures;
        this.sight = new Eyes.Sight(turns.nothing(), "", List.of());
    }

    @Override
    public Pulse pulse() {
        return turns.take(seat -> {
            boolean certain = seat.runsByListening() && seat.listen();
            if (seat.unreadable() != null) {
                return new Pulse(false, LONG, true, UNREADABLE);
            }
            seat.frames().top();
            Object told = run(seat.driver(), Scripts.PULSE);
            if (told instanceof Map<?, ?> facts && isStill(facts)) {
                return new Pulse(false, LONG, true, born(facts));
            }
            boolean known = seat.runsByListening() ? certain : seat.listen();
            boolean busy = seat.traffic(turns.tab()).isBusy();
            return told instanceof Map<?, ?> facts
                    ? pulse(facts, busy, known, seat.farewell().toMillis())
                    : new Pulse(busy, LONG, known, "");
        });
    }

    private static boolean isStill(Map<?, ?> facts) {
        return Boolean.TRUE.equals(facts.get("still")) && number(facts.get("leaving")) < 0;
    }

    private static String born(Map<?, ?> facts) {
        return Objects.toString(facts.get("born"), "");
    }

    private static Pulse pulse(Map<?, ?> facts, boolean busy, boolean certain, long farewell) {
        boolean ready = "complete".equals(facts.get("ready"));
        boolean leaving = number(facts.get("leaving")) >= 0 && number(facts.get("leaving")) < farewell;
        boolean frames = number(facts.get("busy")) > 0;
        return new Pulse(
                !certain && (!ready || leaving || frames || busy),
                Duration.ofMillis(number(facts.get("quiet"))),
                certain,
                born(facts));
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : -1;
    }

    /** A document that is just being replaced runs no script; the next pulse tells. */
    private static @Nullable Object run(WebDriver driver, String script, Object... arguments) {
        try {
            return script(driver, script, arguments);
        } catch (JavascriptException | TimeoutException | UnsupportedOperationException e) {
            return null;
        } catch (WebDriverException e) {
            if (Messages.tellsOfAChange(e)) {
                return null;
            }
            throw e;
        }
    }

    private static @Nullable Object script(WebDriver driver, String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    @Override
    public Snapshot snapshot() {
        sight = turns.take(seat -> {
            Snapshot unreadable = seat.unreadable();
            return unreadable == null ? Eyes.look(seat) : new Eyes.Sight(unreadable, UNREADABLE, List.of());
        });
        return sight.snapshot();
    }

    @Override
    public String document() {
        return sight.document();
    }

    @Override
    public void click(Control control) throws Moved {
        touch(control, (driver, element) -> {
            try {
                element.click();
            } catch (ElementNotInteractableException e) {
                run(driver, "arguments[0].click()", element);
            }
        });
    }

    @Override
    public void choose(Choice choice) throws Moved {
        if (choice.entry() < 0) {
            click(choice.control());
            return;
        }
        touch(choice.control(), (driver, element) -> {
            if (script(driver, "return arguments[0].options[arguments[1]]", element, choice.entry())
                    instanceof WebElement entry) {
                entry.click();
            }
        });
    }

    @Override
    public void type(Control control, String text) throws Moved {
        touch(control, (driver, element) -> element.sendKeys(text));
    }

    /** By keys, because pages that own their fields do not notice anything else; where that fails, by force. */
    @Override
    public void erase(Control control) throws Moved {
        touch(control, (driver, element) -> {
            Keys all = System.getProperty("os.name", "").startsWith("Mac") ? Keys.COMMAND : Keys.CONTROL;
            element.sendKeys(Keys.chord(all, "a"), Keys.BACK_SPACE);
            if (!Objects.toString(element.getDomProperty("value"), "").isEmpty()) {
                element.clear();
            }
        });
    }

    @Override
    public void enter(Control control) throws Moved {
        touch(control, (driver, element) -> element.sendKeys(Keys.ENTER));
    }

    @Override
    public String valueOf(Control control) throws Moved {
        String[] value = {""};
        touch(control, (driver, element) -> value[0] = Objects.toString(element.getDomProperty("value"), ""));
        return value[0];
    }

    @Override
    public boolean isEnabled(Control control) throws Moved {
        boolean[] enabled = {true};
        touch(control, (driver, element) -> enabled[0] = Boolean.TRUE.equals(script(driver, ENABLED, element)));
        return enabled[0];
    }

    private interface Touch {
        void on(WebDriver driver, WebElement element);
    }

    private void touch(Control control, Touch touch) throws Moved {
        Eyes.Place place = sight.places().get(control.index());
        Moved moved = turns.take(seat -> {
            try {
                seat.frames().enter(place.frames());
                touch.on(seat.driver(), place.element());
                return null;
            } catch (StaleElementReferenceException | NoSuchElementException | NoSuchFrameException e) {
                seat.frames().lost();
                return new Moved(e);
            } catch (ElementNotInteractableException e) {
                throw new BrowserFailure(
                        "the control " + control.selector() + " cannot be used: " + Messages.firstLine(e));
            } catch (WebDriverException e) {
                if (Messages.tellsOfAChange(e)) {
                    seat.frames().lost();
                    return new Moved(e);
                }
                throw e;
            }
        });
        if (moved != null) {
            throw moved;
        }
    }

    @Override
    public @Nullable Control find(String selector) {
        return turns.take(seat -> {
            try {
                seat.frames().top();
                return known(seat.driver(), selector);
            } catch (InvalidSelectorException e) {
                throw new BrowserFailure("the steps have a selector that is no CSS: " + selector);
            }
        });
    }

    private @Nullable Control known(WebDriver driver, String selector) {
        for (WebElement element : driver.findElements(By.cssSelector(selector))) {
            for (int i = 0; i < sight.places().size(); i++) {
                if (sight.places().get(i).element().equals(element)) {
                    return sight.snapshot().controls().get(i);
                }
            }
            if (element.isDisplayed()) {
                return added(element);
            }
        }
        return null;
    }

    /** A selector may name what was not taken for a control. */
    private Control added(WebElement element) {
        List<Eyes.Place> places = new ArrayList<>(sight.places());
        List<Control> controls = new ArrayList<>(sight.snapshot().controls());
        Control control = new Control(places.size(), Map.of("sort", "words", "tag", element.getTagName()));
        places.add(new Eyes.Place(List.of(), element));
        controls.add(control);
        Snapshot s = sight.snapshot();
        sight = new Eyes.Sight(
                new Snapshot(s.address(), s.title(), s.status(), s.text(), s.headings(), s.alerts(), controls),
                sight.document(),
                places);
        return control;
    }

    @Override
    public @Nullable String keep(Function<List<String>, String> notes) {
        return pictures.areWanted() ? pictures.note(notes.apply(troubles())) : null;
    }

    private List<String> troubles() {
        try {
            return turns.take(seat -> seat.troubles(turns.tab()));
        } catch (BrowserFailure e) {
            // The walk itself tells that the browser is gone.
            return List.of();
        }
    }

    @Override
    public @Nullable String picture(PageKind kind) {
        return turns.take(seat -> pictures.take(seat.driver(), kind));
    }
}

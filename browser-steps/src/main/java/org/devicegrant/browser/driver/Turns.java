package org.devicegrant.browser.driver;

import java.util.List;
import java.util.function.Function;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.page.Snapshot;
import org.htmlunit.FailingHttpStatusCodeException;
import org.htmlunit.ScriptException;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.WebDriverException;

/** Lets one tab talk to its browser while no other tab of it does. */
final class Turns {
    /** More alert boxes in a row than any page has a reason for. */
    private static final int ALERTS = 5;

    private final Seat seat;
    private final String tab;

    Turns(Seat seat, String tab) {
        this.seat = seat;
        this.tab = tab;
    }

    /** Nobody knows which document is open now. */
    void lost() {
        seat.frames().lost();
    }

    String tab() {
        return tab;
    }

    Snapshot nothing() {
        return new Snapshot("", "", 0, "", List.of(), List.of(), List.of());
    }

    /** Does something in this tab. What the driver cannot do becomes a {@link BrowserFailure} without its parameters. */
    <T extends @Nullable Object> T take(Function<Seat, T> deed) {
        seat.turn().lock();
        try {
            return attempt(deed);
        } catch (BoundedCommands.Ended e) {
            throw new BrowserFailure(Messages.firstLine(e));
        } catch (NoSuchSessionException e) {
            throw new BrowserFailure("the browser is gone");
        } catch (TimeoutException e) {
            throw new BrowserFailure("the page does not answer in time");
        } catch (WebDriverException | FailingHttpStatusCodeException | ScriptException e) {
            throw new BrowserFailure(Messages.firstLine(e));
        } finally {
            seat.turn().unlock();
        }
    }

    private <T extends @Nullable Object> T attempt(Function<Seat, T> deed) {
        return attempt(deed, ALERTS);
    }

    /** A page may open one alert box after another; each costs one of {@code alertsLeft}. */
    private <T extends @Nullable Object> T attempt(Function<Seat, T> deed, int alertsLeft) {
        try {
            seat.show(tab);
            return deed.apply(seat);
        } catch (UnhandledAlertException e) {
            seat.frames().lost();
            // The driver has closed the alert box; what was wanted can be done now.
            if (alertsLeft == 0) {
                throw e;
            }
            return attempt(deed, alertsLeft - 1);
        } catch (WebDriverException e) {
            seat.frames().lost();
            if (!Messages.tellsOfAChange(e) && !(e instanceof TimeoutException)) {
                throw e;
            }
            // The document was replaced half-way through reading it: the new one is read instead.
            return deed.apply(seat);
        }
    }
}

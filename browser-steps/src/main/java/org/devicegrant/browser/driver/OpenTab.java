package org.devicegrant.browser.driver;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.Errand;
import org.devicegrant.browser.NetworkEvent;
import org.devicegrant.browser.PageScript;
import org.devicegrant.browser.Tab;
import org.devicegrant.browser.Walk;
import org.devicegrant.browser.page.Knowledge;
import org.devicegrant.browser.page.PageReader;
import org.devicegrant.browser.page.Reading;
import org.devicegrant.browser.page.Snapshot;
import org.devicegrant.browser.page.StepsProposal;
import org.devicegrant.browser.page.Words;
import org.devicegrant.browser.walk.Pulse;
import org.devicegrant.browser.walk.Stillness;
import org.devicegrant.browser.walk.Waiting;
import org.devicegrant.browser.walk.Walker;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.JavascriptExecutor;

/** A tab of a running browser. */
final class OpenTab implements Tab {
    private static final Duration ARRIVAL = Duration.ofSeconds(30);
    private static final int PULSES = 10;

    private final Turns turns;
    private final List<PageScript> scripts;
    private final WebSurface surface;
    private final PageReader reader = new PageReader(Words.standard());
    private @Nullable URI opened;

    OpenTab(Turns turns, Pictures pictures, List<PageScript> scripts) {
        this.turns = turns;
        this.scripts = scripts;
        this.surface = new WebSurface(turns, pictures);
    }

    @Override
    public void open(URI address) {
        opened = address;
        Pulse before = surface.pulse();
        turns.take(seat -> {
            seat.go(address);
            return null;
        });
        Waiting waiting = Waiting.upTo(ARRIVAL);
        arrive(before, waiting);
        Stillness.await(surface, waiting);
    }

    /** A new document has to come before there is anything to wait for; a download or a bare fragment brings none. */
    private void arrive(Pulse before, Waiting waiting) {
        Waiting idle = Waiting.upTo(Duration.ofSeconds(1));
        Pulse now = surface.pulse();
        // A machine that stood still has let the time pass without giving the page any of it: pulses count, too.
        for (int pulses = 0; now.document().equals(before.document()) && !waiting.isOver(); pulses++) {
            if (idle.isOver() && pulses >= PULSES) {
                return;
            }
            waiting.pause();
            now = surface.pulse();
            if (now.loading()) {
                idle = Waiting.upTo(Duration.ofSeconds(1));
            }
        }
    }

    @Override
    public Walk walk(Errand errand) {
        return new Walker(surface, reader, scripts, errand, opened).walk();
    }

    @Override
    public Walk.Step look() {
        Snapshot page = seen();
        Reading reading = reader.read(page, Knowledge.of(null, "", opened));
        return new Walk.Step(
                reading.kind(), page.address(), page.title(), page.text(), "", surface.picture(reading.kind()));
    }

    @Override
    public String proposal() {
        Snapshot page = seen();
        return StepsProposal.of(page, reader.read(page, Knowledge.of(null, "", opened)));
    }

    private Snapshot seen() {
        return Stillness.look(surface, Waiting.upTo(Duration.ofSeconds(5)), false);
    }

    @Override
    public String text() {
        return seen().textWithValues();
    }

    @Override
    public String source() {
        return turns.take(seat -> Objects.toString(seat.driver().getPageSource(), ""));
    }

    @Override
    public URI address() {
        String address = turns.take(seat -> Objects.toString(seat.driver().getCurrentUrl(), "about:blank"));
        return URI.create(address.replace(" ", "%20").replace("|", "%7C"));
    }

    @Override
    public List<NetworkEvent> network() {
        return turns.take(seat -> seat.events(turns.tab()));
    }

    @Override
    public String script(String javascript) {
        return turns.take(seat -> {
            seat.frames().top();
            try {
                return Objects.toString(((JavascriptExecutor) seat.driver()).executeScript(javascript), "");
            } catch (JavascriptException | UnsupportedOperationException noScriptsThere) {
                // HtmlUnit runs none on a page of plain text.
                return "";
            }
        });
    }

    @Override
    public void close() {
        try {
            turns.take(seat -> {
                seat.driver().close();
                seat.forget(turns.tab());
                return null;
            });
        } catch (BrowserFailure e) {
            // Gone with its browser: there is nothing left to close.
        }
    }
}

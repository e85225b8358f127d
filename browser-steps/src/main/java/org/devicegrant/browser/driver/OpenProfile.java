package org.devicegrant.browser.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.PageScript;
import org.devicegrant.browser.Profile;
import org.devicegrant.browser.Tab;

/** A seat while it is taken. */
final class OpenProfile implements Profile {
    private final Seat seat;
    private final Turns anchor;
    private final Pictures pictures;
    private final List<PageScript> scripts;
    private final Consumer<Seat> release;
    private final List<String> tabs = new ArrayList<>();
    private boolean closed;

    /**
     * @param anchor the blank tab that stays open, so that closing the last tab does not end the browser
     * @param release takes the seat back
     */
    OpenProfile(Seat seat, String anchor, Pictures pictures, List<PageScript> scripts, Consumer<Seat> release) {
        this.seat = seat;
        this.anchor = new Turns(seat, anchor);
        this.pictures = pictures;
        this.scripts = scripts;
        this.release = release;
    }

    @Override
    public Tab tab() {
        String handle = anchor.take(s -> s.newTab());
        tabs.add(handle);
        return new OpenTab(new Turns(seat, handle), pictures, scripts);
    }

    @Override
    public List<String> cookies() {
        return anchor.take(Seat::cookies);
    }

    @Override
    public void clear() {
        anchor.take(s -> {
            s.clear();
            return null;
        });
    }

    /** Gives the browser back, emptied; one that cannot be emptied any more is replaced by a new one. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            anchor.take(s -> {
                s.reset(tabs);
                return null;
            });
        } catch (BrowserFailure e) {
            seat.close();
        }
        release.accept(seat);
    }
}

package org.devicegrant.conformance.user;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.devicegrant.browser.Credentials;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.Errand;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Tab;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.NotApplicable;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in front of a browser tab. The seat is taken for each action only, so a page may stay open for minutes while
 * others use the same profile.
 */
public final class Sitting implements AutoCloseable {
    private static final Set<PageKind> OF_A_DEAD_CODE =
            Set.of(PageKind.WRONG_CODE, PageKind.EXPIRED, PageKind.CODE_ENTRY, PageKind.ERROR);

    private final Seat seat;
    private final @Nullable Credentials user;
    private final Duration patience;
    private final Consumer<Walk> evidence;
    private final Tab tab;
    private final Runnable whenClosed;
    private @Nullable String code;
    private @Nullable Device device;

    Sitting(
            Seat seat,
            @Nullable Credentials user,
            Duration patience,
            Consumer<Walk> evidence,
            Tab tab,
            Runnable whenClosed) {
        this.seat = seat;
        this.user = user;
        this.patience = patience;
        this.evidence = evidence;
        this.tab = tab;
        this.whenClosed = whenClosed;
    }

    /**
     * Starts at the verification page, types the code and decides; {@link Decision#NONE} stops at the decision page.
     *
     * @throws org.devicegrant.conformance.flow.Inconclusive if the code was not taken and may have been dead by then
     */
    public Walk byTyping(Device toApprove, Decision decision) {
        device = toApprove;
        return walkFrom(toApprove.verificationUri(), toApprove.userCode(), user, decision);
    }

    /**
     * As {@link #byTyping(Device, Decision)} with the user code in another spelling.
     *
     * @throws org.devicegrant.conformance.flow.Inconclusive as {@link #byTyping(Device, Decision)}
     */
    public Walk byTyping(Device toApprove, String spelling, Decision decision) {
        device = toApprove;
        return walkFrom(toApprove.verificationUri(), spelling, user, decision);
    }

    /** Starts at a page, types {@code typed} where a code is asked for, and decides. */
    public Walk byTyping(URI start, String typed, Decision decision) {
        device = null;
        return walkFrom(start, typed, user, decision);
    }

    /** As {@link #byTyping(Device, Decision)} without signing in: nobody is there who could. */
    public Walk byTypingAnonymously(Device toApprove) {
        device = toApprove;
        return walkFrom(toApprove.verificationUri(), toApprove.userCode(), null, Decision.APPROVE);
    }

    /**
     * Starts at the shortcut link; no code is typed.
     *
     * @throws org.devicegrant.conformance.flow.NotApplicable if the server gives no link
     * @throws org.devicegrant.conformance.flow.Inconclusive as {@link #byTyping(Device, Decision)}
     */
    public Walk byLink(Device toApprove, Decision decision) {
        device = toApprove;
        URI link = toApprove
                .verificationUriComplete()
                .orElseThrow(() -> new NotApplicable("the server gives no verification_uri_complete"));
        return walkFrom(link, null, user, decision);
    }

    private Walk walkFrom(URI start, @Nullable String typed, @Nullable Credentials who, Decision decision) {
        code = typed;
        return act(open -> {
            open.open(start);
            return noted(open.walk(new Errand(typed, who, decision, patience)));
        });
    }

    /** Goes on from the page that is open, with the code that was typed before, if one was. */
    public Walk goOn(Decision decision) {
        return act(open -> noted(open.walk(new Errand(code, user, decision, patience))));
    }

    /** As {@link #goOn} without signing in: nobody is there who could. */
    public Walk goOnAnonymously(Decision decision) {
        return act(open -> noted(open.walk(new Errand(code, null, decision, patience))));
    }

    /** The same person in a second tab of the same browser. */
    public Sitting inAnotherTab() {
        return seat.use(profile -> new Sitting(seat, user, patience, evidence, profile.tab(), () -> {}));
    }

    /** Somebody else takes over this tab: cookies are forgotten, the open page stays. */
    public Sitting takenOverBy(Credentials other) {
        Sitting next = new Sitting(seat, other, patience, evidence, tab, whenClosed);
        next.code = code;
        next.device = device;
        return seat.use(profile -> {
            profile.clear();
            return next;
        });
    }

    /** All that the open page shows, and the values of its fields. */
    public String text() {
        return act(Tab::text);
    }

    /** Opens an address and goes no further. */
    public Walk.Step look(URI address) {
        return act(open -> {
            open.open(address);
            return open.look();
        });
    }

    /** Does something with the tab while nobody else uses the profile. */
    public <T> T act(Function<Tab, T> work) {
        return seat.use(profile -> work.apply(tab));
    }

    /** Cookies of the profile, as {@code name=value; …}. */
    public java.util.List<String> cookies() {
        return seat.use(profile -> profile.cookies());
    }

    /** A slow machine may bring a code to the page when it is dead; the page's refusal then says nothing. */
    private Walk noted(Walk walk) {
        evidence.accept(walk);
        Device waiting = device;
        if (waiting != null && waiting.life().tooLateToAsk() && OF_A_DEAD_CODE.contains(walk.ending())) {
            throw waiting.life().tooLate();
        }
        return walk;
    }

    @Override
    public void close() {
        try {
            seat.use(profile -> {
                tab.close();
                return true;
            });
        } catch (org.devicegrant.browser.BrowserFailure alreadyGone) {
            // The browser died and took the tab with it.
            return;
        } finally {
            whenClosed.run();
        }
    }
}

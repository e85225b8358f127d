package org.devicegrant.conformance.user;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.devicegrant.browser.Credentials;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Tab;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.Momentary;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.target.Approval;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.User;
import org.jspecify.annotations.Nullable;

/** The people of a run, as one check sees them. Pictures and pages go to that check's evidence. */
public final class Users {
    private final Target target;
    private final Desk desk;
    private final Decider decider;
    private final Consumer<Walk> evidence;
    private final Turn turn;

    /**
     * @param decider decides where no browser does
     * @param turn when they get a browser of their own where many wait for one
     * @param evidence gets every walk through the pages
     */
    public Users(Target target, Desk desk, Decider decider, Turn turn, Consumer<Walk> evidence) {
        this.target = target;
        this.desk = desk;
        this.decider = decider;
        this.evidence = evidence;
        this.turn = turn;
    }

    /**
     * The first user approves.
     *
     * @throws Inconclusive if the pages did not lead there
     * @throws NotApplicable if the target file names nobody who decides
     */
    public void approve(Device device) {
        decide(() -> device, Decision.APPROVE);
    }

    /**
     * The first user refuses.
     *
     * @throws Inconclusive if the pages did not lead there, or offer no refusal
     */
    public void refuse(Device device) {
        decide(() -> device, Decision.REFUSE);
    }

    /**
     * The first user decides about a device that is started when the user's turn at the browser has come: its codes must
     * not die in the queue.
     *
     * @throws Inconclusive if the pages did not lead there
     * @throws NotApplicable if the target file names nobody who decides
     */
    public Device decide(Supplier<Device> start, Decision decision) {
        return switch (target.approval().by()) {
            case BROWSER -> turn.timed() ? decideApart(start, decision) : decideFirst(start, decision);
            case COMMAND, MANUAL -> {
                Device device = start.get();
                decider.decide(device, user(0), decision);
                yield device;
            }
            case NONE -> throw nobody();
        };
    }

    /**
     * Several decisions of the first user in a row, for codes that must not die between two of them: nobody else gets
     * that browser in the meantime.
     */
    public <T> T inOneSitting(Supplier<T> decisions) {
        if (target.approval().by() != Approval.By.BROWSER) {
            return decisions.get();
        }
        try (Sitting sitting = first()) {
            return sitting.act(tab -> decisions.get());
        }
    }

    /** In one turn at the browser: whoever closed the tab in a turn of its own would wait for all the others first. */
    private Device decideFirst(Supplier<Device> start, Decision decision) {
        Credentials user = credentials(0);
        Seat seat = desk.first();
        return seat.use(profile -> {
            try (Sitting sitting = sit(seat, user)) {
                return decide(sitting, start, decision);
            }
        });
    }

    private Device decideApart(Supplier<Device> start, Decision decision) {
        try (Sitting sitting = apart()) {
            return decide(sitting, start, decision);
        }
    }

    private static Device decide(Sitting sitting, Supplier<Device> start, Decision decision) {
        return sitting.act(tab -> {
            Device device = start.get();
            completed(sitting.byTyping(device, decision), decision);
            return device;
        });
    }

    /**
     * Makes sure that a walk ended as it was meant to.
     *
     * @throws Inconclusive if it did not
     */
    public static Walk completed(Walk walk, Decision decision) {
        PageKind meant = switch (decision) {
            case APPROVE -> PageKind.SUCCESS;
            case REFUSE -> PageKind.REFUSED;
            case NONE -> PageKind.DECISION;
        };
        boolean decided = decision != Decision.NONE
                && walk.steps().stream()
                        .anyMatch(s -> s.kind() == PageKind.DECISION && !s.did().isEmpty());
        boolean unclear = walk.ending() == PageKind.UNKNOWN || walk.ending() == PageKind.BLANK;
        if (walk.ending() == meant || (decided && unclear)) {
            return walk;
        }
        String reason = "the user could not " + verb(decision) + ": " + walk.reason();
        throw mayHavePassed(walk) ? new Momentary(reason, wayOut(walk)) : new Inconclusive(reason, wayOut(walk));
    }

    /** A page that failed may work when fewer users are at it, and a page that was slow may be faster then. */
    private static boolean mayHavePassed(Walk walk) {
        boolean serverError = walk.ending() == PageKind.ERROR && walk.reason().contains("(HTTP status 5");
        return serverError || ranOutOfTime(walk);
    }

    private static boolean ranOutOfTime(Walk walk) {
        return walk.reason().contains("time for this walk is over");
    }

    private static String wayOut(Walk walk) {
        if (walk.ending() == PageKind.WRONG_LOGIN) {
            return "check users[0] in the target file";
        } else if (ranOutOfTime(walk)) {
            return "look at the screenshots where the pages took so long, or run on a less busy machine";
        } else if (walk.reason().startsWith("the browser failed")) {
            return "run it again: a browser that died is replaced by a new one";
        }
        if (walk.understood() || walk.notes() == null) {
            return "look at the screenshots; give approval.steps where a page was not understood";
        }
        return "look at the screenshots; screenshots/" + walk.notes()
                + " lists what could be pressed, with scores, and proposes approval.steps";
    }

    private static String verb(Decision decision) {
        return switch (decision) {
            case APPROVE -> "approve";
            case REFUSE -> "refuse";
            case NONE -> "get to the decision page";
        };
    }

    /** The first user in front of a browser that keeps the session. */
    public Sitting first() {
        requireBrowser();
        return sit(desk.first(), credentials(0));
    }

    /** The second user in front of a browser of their own. */
    public Sitting second() {
        requireBrowser();
        return sit(desk.second(), credentials(1));
    }

    /**
     * The first user in front of a browser without cookies, which nobody else uses until the sitting is closed. For pages
     * that stay open while others decide (some servers keep one interaction per session), and for what may end the
     * session's other grants (some servers revoke all of them when one code is used twice).
     */
    public Sitting apart() {
        return apart(0);
    }

    /** Whether a code can be typed at all, exactly as it was issued, in a browser of its own. */
    public boolean canType(Supplier<Device> start) {
        try (Sitting sitting = apart()) {
            return Walks.codeTaken(sitting.byTyping(start.get(), Decision.NONE));
        }
    }

    /** As {@link #apart()} for a user of the target file, from 0. */
    public Sitting apart(int user) {
        requireBrowser();
        Credentials credentials = credentials(user);
        Seat seat = desk.takeApart(turn);
        try {
            Tab tab = seat.emptied();
            return new Sitting(
                    seat, credentials, target.approval().patience(), evidence, tab, () -> desk.giveBack(seat));
        } catch (RuntimeException e) {
            desk.giveBack(seat);
            throw e;
        }
    }

    /** As {@link #apart()} for the user of the target file who is called so. */
    public Sitting apart(String username) {
        for (int i = 0; i < target.users().size(); i++) {
            if (target.users().get(i).username().equals(username)) {
                return apart(i);
            }
        }
        throw NotApplicable.missing("the user " + username + " in users");
    }

    /** The first user approves in a browser session of its own, where there is a browser. */
    public void approveApart(Device device) {
        approveApart(() -> device);
    }

    /** As {@link #approveApart(Device)} for a device that is started when the browser is ready. */
    public Device approveApart(Supplier<Device> start) {
        if (target.approval().by() != Approval.By.BROWSER) {
            return decide(start, Decision.APPROVE);
        }
        return decideApart(start, Decision.APPROVE);
    }

    private Sitting sit(Seat seat, @Nullable Credentials user) {
        Tab tab = seat.tab();
        return new Sitting(seat, user, target.approval().patience(), evidence, tab, () -> {});
    }

    /** Whether pages may rely on scripts as in a real browser. */
    public boolean browserRunsScripts() {
        requireBrowser();
        return desk.browsers().runsScripts();
    }

    /**
     * Makes sure that somebody decides, before the half of a check that needs it.
     *
     * @param unseen what is not seen otherwise, added to the reason
     * @throws NotApplicable if nobody does
     */
    public void requireDecisions(String unseen) {
        if (target.approval().by() == Approval.By.NONE) {
            throw new NotApplicable(unseen + " was not seen: it needs a user's decision, and approval.by is none");
        }
    }

    /**
     * Makes sure that pages can be looked at, before the half of a check that needs it.
     *
     * @param unseen what is not seen otherwise, added to the reason
     * @throws NotApplicable if they cannot
     */
    public void requirePages(String unseen) {
        if (target.approval().by() != Approval.By.BROWSER) {
            throw new NotApplicable(unseen + " was not seen: it needs approval.by: browser");
        }
    }

    private void requireBrowser() {
        Approval.By by = target.approval().by();
        if (by == Approval.By.NONE) {
            throw nobody();
        }
        if (by != Approval.By.BROWSER) {
            throw new NotApplicable(
                    "needs a browser, and approval.by is " + by.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private static NotApplicable nobody() {
        return new NotApplicable("needs a user's decision, and approval.by is none");
    }

    private Credentials credentials(int index) {
        User user = user(index);
        return new Credentials(user.username(), user.password().reveal());
    }

    /**
     * A user of the target file, from 0.
     *
     * @throws NotApplicable if the target file names fewer
     */
    public User user(int index) {
        if (target.users().size() <= index) {
            throw NotApplicable.missing("users[" + index + "]");
        }
        return target.users().get(index);
    }
}

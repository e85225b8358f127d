package org.devicegrant.conformance.user;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.devicegrant.browser.Credentials;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.Tab;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.target.Approval;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.User;
import org.jspecify.annotations.Nullable;

/** The people of a run, as one check sees them. Pictures and pages go to that check's evidence. */
public final class Users {
    private final Approval approval;
    private final People people;
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
        this.approval = target.approval();
        this.people = new People(target);
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
        return switch (approval.by()) {
            case BROWSER -> turn.timed() ? decideApart(start, decision) : decideFirst(start, decision);
            case COMMAND, MANUAL -> {
                Device device = start.get();
                decider.decide(device, people.user(0), decision);
                yield device;
            }
            case NONE -> throw people.nobody();
        };
    }

    /**
     * Several decisions of the first user in a row, for codes that must not die between two of them: nobody else gets
     * that browser in the meantime.
     */
    public <T> T inOneSitting(Supplier<T> decisions) {
        if (approval.by() != Approval.By.BROWSER) {
            return decisions.get();
        }
        try (Sitting sitting = first()) {
            return sitting.act(tab -> decisions.get());
        }
    }

    /** In one turn at the browser: whoever closed the tab in a turn of its own would wait for all the others first. */
    private Device decideFirst(Supplier<Device> start, Decision decision) {
        Credentials user = people.credentials(0);
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
            Walks.completed(sitting.byTyping(device, decision), decision);
            return device;
        });
    }

    /** The first user in front of a browser that keeps the session. */
    public Sitting first() {
        people.requireBrowser();
        return sit(desk.first(), people.credentials(0));
    }

    /** The second user in front of a browser of their own. */
    public Sitting second() {
        people.requireBrowser();
        return sit(desk.second(), people.credentials(1));
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
        people.requireBrowser();
        Credentials credentials = people.credentials(user);
        Seat seat = desk.takeApart(turn);
        try {
            Tab tab = seat.emptied();
            return new Sitting(seat, credentials, approval.patience(), evidence, tab, () -> desk.giveBack(seat));
        } catch (RuntimeException e) {
            desk.giveBack(seat);
            throw e;
        }
    }

    /** As {@link #apart()} for the user of the target file who is called so. */
    public Sitting apart(String username) {
        return apart(people.called(username));
    }

    /** The first user approves in a browser session of its own, where there is a browser. */
    public void approveApart(Device device) {
        approveApart(() -> device);
    }

    /** As {@link #approveApart(Device)} for a device that is started when the browser is ready. */
    public Device approveApart(Supplier<Device> start) {
        if (approval.by() != Approval.By.BROWSER) {
            return decide(start, Decision.APPROVE);
        }
        return decideApart(start, Decision.APPROVE);
    }

    private Sitting sit(Seat seat, @Nullable Credentials user) {
        Tab tab = seat.tab();
        return new Sitting(seat, user, approval.patience(), evidence, tab, () -> {});
    }

    /** Whether pages may rely on scripts as in a real browser. */
    public boolean browserRunsScripts() {
        people.requireBrowser();
        return desk.browsers().runsScripts();
    }

    /**
     * Makes sure that somebody decides, before the half of a check that needs it.
     *
     * @param unseen what is not seen otherwise, added to the reason
     * @throws NotApplicable if nobody does
     */
    public void requireDecisions(String unseen) {
        people.requireDecisions(unseen);
    }

    /**
     * Makes sure that pages can be looked at, before the half of a check that needs it.
     *
     * @param unseen what is not seen otherwise, added to the reason
     * @throws NotApplicable if they cannot
     */
    public void requirePages(String unseen) {
        people.requirePages(unseen);
    }

    /**
     * A user of the target file, from 0.
     *
     * @throws NotApplicable if the target file names fewer
     */
    public User user(int index) {
        return people.user(index);
    }
}

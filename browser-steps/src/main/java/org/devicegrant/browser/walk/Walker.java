package org.devicegrant.browser.walk;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.Credentials;
import org.devicegrant.browser.Errand;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.PageScript;
import org.devicegrant.browser.Walk;
import org.devicegrant.browser.page.Choice;
import org.devicegrant.browser.page.Control;
import org.devicegrant.browser.page.Knowledge;
import org.devicegrant.browser.page.PageReader;
import org.devicegrant.browser.page.Snapshot;
import org.jspecify.annotations.Nullable;

/** Goes from page to page on one errand. */
public final class Walker {
    /** More pages than any login has; an endless chain ends here. */
    private static final int PAGES = 30;

    private final Surface surface;
    private final PageReader reader;
    private final Errand errand;
    private final Knowledge knowledge;
    private final Scripts scripts;
    private final Memory memory = new Memory();
    private final Planner planner;
    private final Endings endings;
    private final Waiting patience;
    private final Diary diary;
    private final Tempo tempo;

    public Walker(Surface surface, PageReader reader, List<PageScript> scripts, Errand errand, @Nullable URI opened) {
        this(surface, reader, scripts, errand, opened, Tempo.USUAL);
    }

    Walker(
            Surface surface,
            PageReader reader,
            List<PageScript> scripts,
            Errand errand,
            @Nullable URI opened,
            Tempo tempo) {
        this.surface = surface;
        this.reader = reader;
        this.errand = errand;
        Credentials user = errand.user();
        this.knowledge = Knowledge.of(errand.userCode(), user == null ? "" : user.username(), opened);
        this.scripts = new Scripts(scripts, surface, errand);
        this.planner = new Planner(errand, memory);
        this.endings = new Endings(reader, errand, memory);
        this.patience = Waiting.upTo(errand.patience());
        this.tempo = tempo;
        this.diary = new Diary(surface, errand, knowledge);
    }

    /** Walks until the errand is done or nothing more can be done. */
    public Walk walk() {
        try {
            return go();
        } catch (BrowserFailure e) {
            return diary.closed(new Ending(PageKind.UNKNOWN, false, "the browser failed: " + e.getMessage()));
        }
    }

    private Walk go() {
        Look look = look(false);
        while (true) {
            if (patience.isOver()) {
                return diary.closed(look, new Ending(look.kind(), false, "the time for this walk is over"));
            }
            if (memory.pages() >= PAGES) {
                return diary.closed(look, new Ending(look.kind(), false, "gave up after " + PAGES + " pages"));
            }
            Turn turn = turn(look);
            if (turn.ending() != null) {
                return diary.closed(look, turn.ending());
            }
            look = turn.next();
        }
    }

    private record Turn(@Nullable Ending ending, Look next) {}

    private Turn turn(Look look) {
        Optional<PageScript> script = scripts.match(look);
        if (script.isPresent() && memory.tries("script " + script.get().hashCode(), look) == 0) {
            return scripted(look, script.get());
        }
        Optional<Ending> ending = endings.of(look);
        if (ending.isPresent()) {
            return new Turn(ending.get(), look);
        }
        Optional<Plan> plan = planner.plan(look);
        if (plan.isEmpty() || look.kind() == PageKind.UNKNOWN || look.kind() == PageKind.BLANK) {
            Look later = later(look);
            if (changed(look, later)) {
                return new Turn(null, later);
            }
        }
        return plan.isEmpty()
                ? new Turn(endings.stuck(look, "nothing that fits is left to try on this page"), look)
                : new Turn(null, acted(look, plan.get()));
    }

    private Turn scripted(Look look, PageScript script) {
        memory.turned();
        memory.did(Deed.SCRIPT, "script " + script.hashCode(), look);
        try {
            Optional<String> missing = scripts.perform(script, patience);
            diary.note(look, missing.orElse("followed the steps of the target file"));
            return missing.isPresent()
                    ? new Turn(new Ending(look.kind(), false, missing.get()), look)
                    : new Turn(null, reaction(look, tempo.reaction()));
        } catch (Moved e) {
            diary.note(look, "followed the steps of the target file until the page moved");
            return new Turn(null, look());
        }
    }

    private Look acted(Look look, Plan plan) {
        memory.turned();
        diary.note(look, plan.did());
        try {
            perform(plan, look);
        } catch (Moved e) {
            return interrupted(look, plan);
        }
        memory.did(plan.deed(), plan.attempt(), look);
        return reaction(look, plan.deed() == Deed.DISMISSAL ? tempo.fading() : tempo.reaction());
    }

    /** A page that only drew itself anew has taken nothing; one that was replaced may have been sent off. */
    private Look interrupted(Look look, Plan plan) {
        Look now = look();
        if (!now.document().equals(look.document())) {
            memory.did(plan.deed(), plan.attempt(), look);
        }
        return now;
    }

    private void perform(Plan plan, Look look) throws Moved {
        Hands hands = new Hands(surface);
        Control last = null;
        Credentials user = errand.user();
        if (plan.name() != null && user != null && !plan.name().value().equals(user.username())) {
            hands.fill(plan.name(), user.username());
        }
        last = plan.name() != null ? plan.name() : last;
        if (plan.password() != null && user != null) {
            hands.fill(plan.password(), user.password());
            last = plan.password();
        }
        if (!plan.code().isEmpty() && errand.userCode() != null) {
            hands.code(plan.code(), errand.userCode());
            last = plan.code().get(plan.code().size() - 1);
        }
        for (Choice choice : plan.choices()) {
            surface.choose(choice);
        }
        for (Control box : plan.ticks()) {
            surface.click(box);
        }
        finish(plan, look, last);
    }

    /** Presses what sends it off, unless the page has sent itself off. */
    private void finish(Plan plan, Look look, @Nullable Control last) throws Moved {
        boolean moves = !plan.code().isEmpty() || !plan.choices().isEmpty();
        if (moves && !Stillness.await(surface, patience).document().equals(look.document())) {
            return;
        }
        if (plan.press() != null) {
            awaken(plan.press().control());
            surface.click(plan.press().control());
        } else if (last != null) {
            surface.enter(last);
        }
    }

    /** Some buttons can be pressed only when the fields are complete, or when a countdown is over. */
    private void awaken(Control control) throws Moved {
        Waiting waiting = patience.atMost(tempo.awakening());
        while (!surface.isEnabled(control) && !waiting.isOver()) {
            waiting.pause();
        }
    }

    /** Waits until a deed shows an effect, and gives what is to be seen then. */
    private Look reaction(Look before, Duration limit) {
        Waiting waiting = patience.atMost(limit);
        Look now = look();
        while (!changed(before, now) && !waiting.isOver()) {
            waiting.pause();
            now = look();
        }
        return now;
    }

    /** Looks again until the page has changed or had all the time it may want. */
    private Look later(Look before) {
        return reaction(before, memory.decision() == Deed.NOTHING ? tempo.rendering() : tempo.outcome());
    }

    private static boolean changed(Look before, Look now) {
        return !before.document().equals(now.document())
                || !before.page().fingerprint().equals(now.page().fingerprint());
    }

    private Look look() {
        return look(true);
    }

    private Look look(boolean touched) {
        Snapshot page = Stillness.look(surface, patience, touched);
        return new Look(page, reader.read(page, knowledge), surface.document());
    }
}

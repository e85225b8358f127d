package org.devicegrant.browser.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.Errand;
import org.devicegrant.browser.page.Candidate;
import org.devicegrant.browser.page.Choice;
import org.devicegrant.browser.page.Control;
import org.devicegrant.browser.page.Reading;

/** Decides what to do on a page that is not an end. */
final class Planner {
    private static final int TRIES = 2;

    private final Errand errand;
    private final Memory memory;

    Planner(Errand errand, Memory memory) {
        this.errand = errand;
        this.memory = memory;
    }

    /** The next thing to do, or nothing if everything was tried. */
    Optional<Plan> plan(Look look) {
        Optional<Plan> overlay = overlay(look);
        return overlay.isPresent() ? overlay : onPage(look);
    }

    private Optional<Plan> onPage(Look look) {
        Reading reading = look.reading();
        return switch (look.kind()) {
            case CODE_ENTRY -> untried(look, code(reading));
            case CODE_CONFIRMATION -> untried(look, confirmation(reading));
            case LOGIN -> untried(look, login(reading));
            case ACCOUNT_CHOICE -> untried(look, account(reading));
            case DECISION -> untried(look, decision(reading));
            default -> untried(look, onward(reading));
        };
    }

    /** What hides the page goes first, and only once. */
    private Optional<Plan> overlay(Look look) {
        return look.reading().dismissing().stream()
                .filter(c -> !c.control().isCovered())
                .map(c -> Plan.press(Deed.DISMISSAL, c))
                .filter(p -> memory.tries(p.attempt(), look) == 0 && memory.times(Deed.DISMISSAL) < 4)
                .findFirst();
    }

    private Optional<Plan> untried(Look look, List<Plan> plans) {
        for (int tries = 0; tries < TRIES; tries++) {
            int most = tries;
            Optional<Plan> found = plans.stream()
                    .filter(p -> memory.tries(p.attempt(), look) <= most)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private List<Plan> code(Reading reading) {
        Control password = errand.user() == null ? null : reading.password();
        List<Plan> plans = new ArrayList<>();
        for (Candidate submit : reading.submits()) {
            plans.add(new Plan(
                    Deed.CODE, reading.codeFields(), null, password, reading.choices(), reading.ticks(), submit));
        }
        plans.add(new Plan(Deed.CODE, reading.codeFields(), null, password, reading.choices(), reading.ticks(), null));
        return plans;
    }

    private static List<Plan> account(Reading reading) {
        return presses(Deed.ACCOUNT, reading.submits()).stream()
                .map(p -> p.choosing(reading.choices()))
                .toList();
    }

    private List<Plan> confirmation(Reading reading) {
        List<Candidate> onward = new ArrayList<>(reading.submits());
        reading.approving().stream().filter(c -> !has(onward, c)).forEach(onward::add);
        List<Plan> plans = new ArrayList<>();
        for (Candidate submit : onward) {
            plans.add(Plan.press(Deed.CONFIRMATION, submit)
                    .ticking(reading.ticks())
                    .choosing(reading.choices()));
        }
        return plans;
    }

    private static boolean has(List<Candidate> candidates, Candidate one) {
        return candidates.stream().anyMatch(c -> c.control() == one.control());
    }

    private List<Plan> login(Reading reading) {
        Control name = reading.username() == null ? null : reading.username().control();
        List<Control> code = errand.userCode() == null || reading.codeFilled() || reading.password() == null
                ? List.of()
                : sameForm(reading.codeFields(), reading.password());
        Deed deed = reading.password() == null ? Deed.NAME : Deed.PASSWORD;
        List<Control> ticks =
                reading.ticks().stream().filter(Control::isRequired).toList();
        List<Plan> plans = new ArrayList<>();
        for (Candidate submit : reading.submits()) {
            plans.add(new Plan(deed, code, name, reading.password(), reading.choices(), ticks, submit));
        }
        plans.add(new Plan(deed, code, name, reading.password(), reading.choices(), ticks, null));
        return plans;
    }

    private static List<Control> sameForm(List<Control> fields, Control other) {
        return fields.stream().filter(f -> f.form().equals(other.form())).toList();
    }

    private List<Plan> decision(Reading reading) {
        boolean approves = errand.decision() == Decision.APPROVE;
        Choice answer = approves ? reading.approveOption() : reading.refuseOption();
        if (answer != null) {
            return answering(approves ? Deed.APPROVAL : Deed.REFUSAL, answer, reading);
        }
        if (!approves) {
            return presses(Deed.REFUSAL, reading.refusing());
        }
        List<Candidate> onward = reading.approving().isEmpty() ? reading.proceeding() : reading.approving();
        return presses(Deed.APPROVAL, onward).stream()
                .map(p -> p.ticking(reading.ticks()).choosing(reading.choices()))
                .toList();
    }

    /** Chooses an answer and sends it; where nothing sends it, choosing must do. */
    private static List<Plan> answering(Deed deed, Choice answer, Reading reading) {
        List<Choice> choices = new ArrayList<>(deed == Deed.APPROVAL ? reading.choices() : List.of());
        choices.add(answer);
        List<Candidate> sending = new ArrayList<>(reading.submits());
        reading.proceeding().stream().filter(c -> !has(sending, c)).forEach(sending::add);
        List<Plan> plans = new ArrayList<>(
                presses(deed, sending).stream().map(p -> p.choosing(choices)).toList());
        plans.add(new Plan(deed, List.of(), null, null, choices, List.of(), null));
        return plans;
    }

    private List<Plan> onward(Reading reading) {
        if (reading.stayOut()) {
            return presses(Deed.ONWARD, reading.refusing());
        }
        List<Candidate> onward = new ArrayList<>(reading.proceeding());
        reading.submits().stream().filter(c -> !has(onward, c)).forEach(onward::add);
        return presses(Deed.ONWARD, onward).stream()
                .map(p -> p.choosing(reading.choices()))
                .toList();
    }

    private static List<Plan> presses(Deed deed, List<Candidate> candidates) {
        return candidates.stream().map(c -> Plan.press(deed, c)).toList();
    }
}

package org.devicegrant.browser.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Scores what can be pressed: what approves, what refuses, what goes on, what closes a banner. */
final class Buttons {
    static final double ENOUGH = 1.8;

    private final Words words;
    private final List<Control> pressables;

    Buttons(Words words, Snapshot page) {
        this.words = words;
        this.pressables = page.controls().stream().filter(c -> !c.isField()).toList();
    }

    /** Candidates that approve, best first. What refuses, too, is none. */
    List<Candidate> approving() {
        return ranked(Meaning.APPROVE, Meaning.REFUSE);
    }

    /** Candidates that refuse, best first. */
    List<Candidate> refusing() {
        return ranked(Meaning.REFUSE, Meaning.APPROVE);
    }

    /** Candidates that go on, best first. */
    List<Candidate> proceeding() {
        return ranked(Meaning.PROCEED, Meaning.REFUSE);
    }

    /** Candidates that sign in, best first. */
    List<Candidate> signingIn() {
        return ranked(Meaning.SIGN_IN, Meaning.REFUSE);
    }

    /** Candidates that close a banner or an overlay, best first. */
    List<Candidate> dismissing() {
        return sorted(pressables.stream()
                .filter(Control::isUsable)
                .filter(c -> Banners.holds(words, c) || !c.around().isEmpty())
                .map(c -> new Tally()
                        .add(2 * words.weight(Meaning.DISMISS, c.called()), "caption")
                        .addIf(Banners.holds(words, c), 1, "in a cookie banner")
                        .addIf(c.isMereText(), -2, "mere text")
                        .of(c))
                .filter(c -> c.score() >= ENOUGH + 1)
                .toList());
    }

    /** The only other button on the page, if there is exactly one that need not be left alone. */
    Optional<Candidate> otherThan(Control refusing) {
        List<Control> others = pressables.stream()
                .filter(c -> c != refusing && c.isDeclared() && !c.isLink() && c.isUsable())
                .filter(c -> !isForbidden(c)
                        && !Banners.holds(words, c)
                        && (c.isSubmit() || !c.called().isBlank()))
                .filter(c -> words.weight(Meaning.REFUSE, c.called()) == 0)
                .toList();
        return others.size() == 1
                ? Optional.of(new Candidate(others.get(0), ENOUGH, "the only button beside the refusal"))
                : Optional.empty();
    }

    /** The submit control that belongs to a field, whatever is written on it: same form, never forbidden. */
    Optional<Candidate> submitOf(Control field, Meaning... wanted) {
        return sorted(pressables.stream()
                        .filter(c -> !Banners.holds(words, c) && !isForbidden(c))
                        .map(c -> submit(c, field, wanted))
                        .filter(c -> c.score() >= ENOUGH)
                        .toList())
                .stream()
                .findFirst();
    }

    private Candidate submit(Control control, Control field, Meaning... wanted) {
        boolean same = field.isInForm() && control.form().equals(field.form());
        boolean elsewhere = control.isInForm() && field.isInForm() && !same;
        Tally tally = new Tally()
                .addIf(same, 2, "same form")
                .addIf(control.isSubmit(), 1, "submits")
                .addIf(elsewhere, -3, "other form")
                .addIf(control.isLink(), -1, "link")
                .addIf(control.isMereText(), -3.5, "mere text")
                .addIf(!control.isUsable(), -0.5, "not enabled yet")
                .add(-3 * words.weight(Meaning.REFUSE, control.called()), "refuses");
        for (Meaning meaning : wanted) {
            tally.add(1.5 * words.weight(meaning, control.called()), "caption");
        }
        return tally.of(control);
    }

    private List<Candidate> ranked(Meaning meaning, Meaning opposite) {
        boolean decides = meaning == Meaning.APPROVE || meaning == Meaning.REFUSE;
        return sorted(pressables.stream()
                .filter(c -> !Banners.holds(words, c))
                .filter(c -> decides ? !outweighed(c, meaning) : !isForbidden(c))
                .map(c -> scored(c, meaning, opposite))
                .filter(c -> c.score() >= ENOUGH)
                .toList());
    }

    private Candidate scored(Control control, Meaning meaning, Meaning opposite) {
        double said = words.weight(meaning, control.called());
        double against = words.weight(opposite, control.called());
        double named = words.weight(meaning, Names.words(control));
        boolean long1 = control.called().length() > 60;
        return new Tally()
                .add(2 * said, "caption")
                .addIf(against >= said && against > 0, -4, "says the opposite")
                .add(0.8 * named, "name")
                .addIf(said == 0 && named > 0 && control.called().isBlank(), 1, "no caption")
                .addIf(control.isDeclared() && !control.isLink(), 0.5, "button")
                .addIf(control.isSubmit(), 0.2, "submits")
                .addIf(control.isMereText(), said >= 2 ? -1 : -4, "mere text")
                .addIf(long1, -1.5, "long")
                .addIf(
                        control.place().matches(".*\\b(nav|navigation|footer|contentinfo|banner|header)\\b.*"),
                        -1.5,
                        "beside the page")
                .addIf(!control.isUsable(), -0.4, "not enabled yet")
                .of(control);
    }

    /** Whether it must be left alone. */
    boolean isForbidden(Control control) {
        return words.speaksOf(Meaning.NEVER, control.called())
                || words.speaksOf(Meaning.SHOW_PASSWORD, control.called())
                || (control.called().isBlank() && words.speaksOf(Meaning.NEVER, Names.words(control)))
                || control.type().equals("reset");
    }

    private boolean outweighed(Control control, Meaning meaning) {
        return words.weight(Meaning.NEVER, control.called()) > words.weight(meaning, control.called())
                || control.type().equals("reset");
    }

    private static List<Candidate> sorted(List<Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .toList();
    }
}

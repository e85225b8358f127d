package org.devicegrant.browser.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Scores the fields of a page: which takes the code, which the name, which the password. */
final class Fields {
    /** Below this a field is not taken for what it might be. */
    static final double ENOUGH = 2.5;

    private static final Pattern CODE_NAME =
            Pattern.compile("(user|device|activation|verification|pair\\w*|link)[-_ .]?(code|pin)|^otc$");
    private static final Pattern CODE_WORD = Pattern.compile("code|(^|[-_])pin($|[-_])|digit|(^|[-_])otp");
    private static final Pattern USER_NAME = Pattern.compile(
            "user(-?name|_name|id|_id)?($|[^a-z])|login|e-?mail|account|identifier|identity|(^|[-_])uid($|[-_])");
    private static final Pattern SAMPLE =
            Pattern.compile("^(e\\.?g\\.? ?|z\\. ?b\\. ?)?[A-Z0-9#•·_*?]{2,8}[-– .·]?[A-Z0-9#•·_*?]{2,8}$");

    private final Words words;
    private final Snapshot page;
    private final List<Control> texts;

    Fields(Words words, Snapshot page) {
        this.words = words;
        this.page = page;
        this.texts = page.controls().stream()
                .filter(c -> c.isTextField() && c.isUsable() && !Banners.holds(words, c))
                .toList();
    }

    /** The password field; of several only the first: a form that asks twice wants a new one. */
    Optional<Control> password() {
        List<Control> found = texts.stream()
                .filter(Control::isPassword)
                .filter(c -> !c.isReadOnly())
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Fields for the name, best first. */
    List<Candidate> usernames() {
        Optional<Control> password = password();
        return ranked(texts.stream()
                .filter(c -> !c.isPassword() && !c.isReadOnly())
                .map(c -> username(c, password))
                .filter(c -> c.score() >= ENOUGH)
                .toList());
    }

    /** Single fields for the code, best first. */
    List<Candidate> codes() {
        return ranked(texts.stream()
                .filter(c -> !c.isPassword())
                .map(this::code)
                .filter(c -> c.score() >= ENOUGH)
                .toList());
    }

    private static List<Candidate> ranked(List<Candidate> candidates) {
        List<Candidate> sorted = new ArrayList<>(candidates);
        sorted.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return sorted;
    }

    private Candidate code(Control field) {
        String names = Names.of(field);
        boolean named = CODE_NAME.matcher(names).find();
        return new Tally()
                .addIf(named, 4, "name")
                .addIf(!named && CODE_WORD.matcher(names).find(), 2.5, "name")
                .add(2 * words.weight(Meaning.CODE, field.label()), "label")
                .add(1.5 * words.weight(Meaning.CODE, field.hint()), "placeholder")
                .add(words.weight(Meaning.CODE, field.near() + " " + field.group()), "text beside it")
                .add(words.weight(Meaning.CODE, field.title() + " " + field.described()), "description")
                .addIf(SAMPLE.matcher(field.hint()).matches(), 2, "sample code as placeholder")
                .addIf(field.autocomplete().contains("one-time-code"), 2, "autocomplete")
                .addIf(field.maxLength() >= 4 && field.maxLength() <= 16, 1, "length")
                .addIf(loneField(), 1, "only field")
                .addIf(
                        words.speaksOf(Meaning.CODE, page.title() + " " + String.join(" ", page.headings())),
                        1,
                        "heading")
                .add(-2 * words.weight(Meaning.NUMBER_WORD, field.label() + " " + field.near()), "other kind of code")
                .add(foreign(field), "other purpose")
                .addIf(field.autocomplete().matches(".*(username|email|name|tel|address|postal).*"), -5, "autocomplete")
                .addIf(field.type().equals("email"), -4, "type")
                .addIf(
                        USER_NAME.matcher(names).find()
                                && !CODE_WORD.matcher(names).find(),
                        -3,
                        "name of a login field")
                .of(field);
    }

    private Candidate username(Control field, Optional<Control> password) {
        String names = Names.of(field);
        return new Tally()
                .addIf(field.autocomplete().matches(".*(username|email|webauthn).*"), 4, "autocomplete")
                .addIf(
                        USER_NAME.matcher(names).find()
                                && !CODE_WORD.matcher(names).find(),
                        4,
                        "name")
                .addIf(field.type().equals("email"), 3, "type")
                .add(2 * words.weight(Meaning.USERNAME, field.label()), "label")
                .add(1.5 * words.weight(Meaning.USERNAME, field.hint()), "placeholder")
                .add(words.weight(Meaning.USERNAME, field.near()), "text beside it")
                .addIf(password.isPresent() && before(field, password.get()), 3, "before the password")
                .addIf(
                        loneField()
                                && words.speaksOf(
                                        Meaning.SIGN_IN, page.title() + " " + String.join(" ", page.headings())),
                        1.5,
                        "heading")
                .addIf(CODE_WORD.matcher(names).find(), -5, "name of a code field")
                .add(-1.5 * words.weight(Meaning.CODE, field.label() + " " + field.hint()), "speaks of a code")
                .add(foreign(field), "other purpose")
                .of(field);
    }

    private double foreign(Control field) {
        String names = Names.of(field);
        boolean search = field.type().equals("search")
                || field.role().equals("searchbox")
                || names.contains("search")
                || field.place().contains("search")
                || names.equals("q");
        double away = field.place().matches(".*\\b(nav|footer|navigation|contentinfo)\\b.*") ? -2 : 0;
        double words4 =
                -4 * Math.min(1, words.weight(Meaning.SEARCH, field.label() + " " + field.hint() + " " + names));
        return away + words4 + (search ? -4 : 0);
    }

    private boolean loneField() {
        return texts.stream().filter(c -> !c.isReadOnly()).count() == 1;
    }

    private boolean before(Control field, Control password) {
        int last = -1;
        for (Control text : texts) {
            if (!text.isPassword()
                    && text.index() < password.index()
                    && text.form().equals(password.form())) {
                last = text.index();
            }
        }
        return field.index() == last;
    }

    List<Control> texts() {
        return texts;
    }
}

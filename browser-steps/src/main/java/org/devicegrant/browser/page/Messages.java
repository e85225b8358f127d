package org.devicegrant.browser.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.devicegrant.browser.PageKind;

/** Weighs what a page tells: titles and headings count more than alerts, alerts more than running text. */
final class Messages {
    /** Running text beyond this tells nothing about the page as a whole. */
    private static final int READ = 3000;

    private static final Map<PageKind, Meaning> MEANINGS = new EnumMap<>(Map.of(
            PageKind.SUCCESS, Meaning.SUCCESS,
            PageKind.REFUSED, Meaning.REFUSED,
            PageKind.WRONG_CODE, Meaning.WRONG_CODE,
            PageKind.EXPIRED, Meaning.EXPIRED,
            PageKind.LOCKED_OUT, Meaning.LOCKED_OUT,
            PageKind.WRONG_LOGIN, Meaning.WRONG_LOGIN,
            PageKind.ERROR, Meaning.FAILED));

    private final Words words;
    private final Snapshot page;
    private final Map<PageKind, Double> scores = new EnumMap<>(PageKind.class);

    Messages(Words words, Snapshot page) {
        this.words = words;
        this.page = page;
        MEANINGS.forEach((kind, meaning) -> scores.put(kind, told(meaning)));
        doubts();
    }

    private double told(Meaning meaning) {
        String text = page.text().length() > READ ? page.text().substring(0, READ) : page.text();
        return 2 * words.sum(meaning, page.title() + " . " + String.join(" . ", page.headings()))
                + 1.5 * words.sum(meaning, String.join(" . ", page.alerts()))
                + words.sum(meaning, text);
    }

    /** A negation often contains the word it negates: what says failure, refusal or wrong is no success. */
    private void doubts() {
        boolean broken = page.status() >= 400;
        double negative = Math.max(of(PageKind.REFUSED), Math.max(of(PageKind.ERROR), of(PageKind.WRONG_CODE)));
        scores.computeIfPresent(PageKind.SUCCESS, (k, v) -> v - 0.7 * negative - (broken ? 3 : 0));
        scores.computeIfPresent(PageKind.ERROR, (k, v) -> 0.6 * v + (broken ? 1.5 : 0));
    }

    double of(PageKind kind) {
        return scores.getOrDefault(kind, 0.0);
    }

    /** The strongest message among these kinds that says at least {@code least}. */
    Optional<PageKind> strongest(double least, List<PageKind> kinds) {
        return kinds.stream().filter(kind -> of(kind) >= least).max((a, b) -> Double.compare(of(a), of(b)));
    }

    Map<PageKind, Double> scores() {
        return scores;
    }

    /** What the alerts alone say, for pages that ask again after a mistake. */
    Optional<PageKind> complaint(List<PageKind> kinds) {
        Optional<PageKind> told = outspoken(kinds);
        return told.isPresent() ? told : loudest(page.text(), kinds);
    }

    /** What the alerts say. */
    Optional<PageKind> outspoken(List<PageKind> kinds) {
        return loudest(String.join(" . ", page.alerts()), kinds);
    }

    private Optional<PageKind> loudest(String text, List<PageKind> kinds) {
        Optional<PageKind> best = Optional.empty();
        double most = 0;
        for (PageKind kind : kinds) {
            Meaning meaning = MEANINGS.get(kind);
            double weight = meaning == null ? 0 : words.sum(meaning, text);
            if (weight > most) {
                best = Optional.of(kind);
                most = weight;
            }
        }
        return undecided(best, text) ? Optional.of(PageKind.WRONG_CODE) : best;
    }

    /** "Unknown or expired" says no more than that the code does not work. */
    private boolean undecided(Optional<PageKind> best, String text) {
        return best.equals(Optional.of(PageKind.EXPIRED)) && words.sum(Meaning.WRONG_CODE, text) >= 1;
    }
}

package org.devicegrant.browser.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what is chosen rather than pressed: the decision, the account, whatever else a form insists on. */
final class Choices {
    /** A decision has few answers; longer lists are languages, countries and the like. */
    private static final int ANSWERS = 6;

    private final Words words;
    private final Knowledge knowledge;
    private final List<Control> radios;
    private final List<Control> lists;

    Choices(Words words, Snapshot page, Knowledge knowledge) {
        this.words = words;
        this.knowledge = knowledge;
        List<Control> usable = page.controls().stream()
                .filter(c -> c.isUsable() && !Banners.holds(words, c))
                .filter(c -> !words.speaksOf(Meaning.MARKETING, c.called() + " " + c.near() + " " + c.group()))
                .toList();
        this.radios = usable.stream().filter(Control::isOption).toList();
        this.lists = usable.stream().filter(c -> !c.entries().isEmpty()).toList();
    }

    /** The answer that approves, if one that refuses can be chosen in its stead. */
    Optional<Choice> approving() {
        return answer(Meaning.APPROVE, Meaning.REFUSE);
    }

    /** The answer that refuses, if one that approves can be chosen in its stead. */
    Optional<Choice> refusing() {
        return answer(Meaning.REFUSE, Meaning.APPROVE);
    }

    private Optional<Choice> answer(Meaning meaning, Meaning opposite) {
        Stream<List<Choice>> questions = Stream.concat(
                Stream.of(radios.stream().map(Choice::radio).toList()),
                lists.stream().filter(c -> c.entries().size() <= ANSWERS).map(Choices::entries));
        return questions
                .filter(q -> q.stream().anyMatch(means(opposite, meaning)))
                .flatMap(q -> q.stream().filter(means(meaning, opposite)).limit(1))
                .findFirst();
    }

    private Predicate<Choice> means(Meaning meaning, Meaning opposite) {
        return choice -> words.weight(meaning, choice.called()) > words.weight(opposite, choice.called());
    }

    private static List<Choice> entries(Control list) {
        return IntStream.range(0, list.entries().size())
                .filter(i -> !list.entries().get(i).isBlank())
                .mapToObj(i -> Choice.of(list, i))
                .toList();
    }

    /** The account of the user among those that can be chosen. */
    Optional<Choice> account() {
        return Stream.concat(radios.stream().map(Choice::radio), lists.stream().flatMap(list -> entries(list).stream()))
                .filter(choice -> knowledge.names(choice.called()))
                .filter(choice -> !decides(choice))
                .min(Comparator.comparingInt(choice -> choice.called().length()));
    }

    private boolean decides(Choice choice) {
        return words.speaksOf(Meaning.APPROVE, choice.called()) || words.speaksOf(Meaning.REFUSE, choice.called());
    }

    /** What is to be chosen before the page lets anybody on: the user's account, and whatever is required and open. */
    List<Choice> open() {
        List<Choice> open = new ArrayList<>();
        Optional<Choice> account = account();
        account.filter(choice -> !choice.isMade()).ifPresent(open::add);
        lists.stream()
                .filter(list -> list.isRequired() && list.isEmpty())
                .filter(list -> account.isEmpty() || account.get().control() != list)
                .flatMap(list -> entries(list).stream().limit(1))
                .forEach(open::add);
        return open;
    }
}

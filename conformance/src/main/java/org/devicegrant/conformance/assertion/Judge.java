package org.devicegrant.conformance.assertion;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.Place;

/**
 * Collects what one check finds. It never decides how bad a deviation is: that follows from the requirement. Safe for
 * use by several threads of one check.
 */
public final class Judge {
    private final List<Found> findings = new ArrayList<>();
    private final Set<Integer> exchanges = new LinkedHashSet<>();
    private final Set<String> screenshots = new LinkedHashSet<>();

    /** A finding and where the check made it. */
    private record Found(Finding finding, Place place) {}

    /** Expects something of an answer. {@code subject} is what it answered, for example {@code a poll at once}. */
    @CheckReturnValue
    public Expectation<Answer> expect(String subject, Answer answer) {
        return new Expectation<>(this, subject, answer, Answer::gist, List.of(answer));
    }

    /**
     * Expects something of the state of a code, as a poll tells it. An answer that tells nothing about the code, since the
     * client was refused or nobody understands it, is judged by the checks of such answers and proves nothing here.
     */
    @CheckReturnValue
    public Expectation<Answer> expectState(String subject, Answer answer) {
        return expect(subject, answer)
                .provingNothingBy(
                        Answers.silentOnTheCode(),
                        "this tells nothing about the code; see what other requirements say about this answer");
    }

    /**
     * Expects something of a value.
     *
     * @param subject what it is
     * @param inWords how it is shown; must not show a credential
     * @param evidence the answers it was taken from
     */
    @CheckReturnValue
    public <T> Expectation<T> expect(String subject, T actual, Function<T, String> inWords, Answer... evidence) {
        return new Expectation<>(this, subject, actual, inWords, Arrays.asList(evidence));
    }

    /** As {@link #expect(String, Object, Function, Answer...)} with evidence as a list. */
    @CheckReturnValue
    public <T> Expectation<T> expect(String subject, T actual, Function<T, String> inWords, List<Answer> evidence) {
        return new Expectation<>(this, subject, actual, inWords, evidence);
    }

    /** Expects something of what was seen in several answers. */
    @CheckReturnValue
    public <T> Expectation<T> expect(String subject, Sighting<T> sighting, Function<T, String> inWords) {
        return expect(subject + " of " + sighting.where(), sighting.what(), inWords, sighting.answers());
    }

    /**
     * The control: the same request without the twist. If it does not come out as it must, nothing was learnt.
     *
     * @throws Inconclusive if the control failed
     */
    public Answer control(String subject, Answer answer, Outcome<Answer> right) {
        saw(List.of(answer.number()));
        if (!right.matches(answer)) {
            throw new Inconclusive(
                    "the control failed: " + subject + " got " + answer.gist() + " instead of " + right.words(),
                    "see what other requirements say about this answer");
        }
        return answer;
    }

    /** Notes a finding that no expectation could put into words. */
    public synchronized void found(Finding finding) {
        findings.add(new Found(finding, Place.next()));
        exchanges.addAll(finding.exchanges());
    }

    /** Notes exchanges that the verdict rests on. */
    public synchronized void saw(Collection<Integer> numbers) {
        exchanges.addAll(numbers);
    }

    /** Notes a picture that the verdict rests on. */
    public synchronized void sawPicture(String file) {
        screenshots.add(file);
    }

    /** Everything found so far, deviations first, in the order of the check's own course. */
    public synchronized List<Finding> findings() {
        return findings.stream()
                .sorted(Comparator.comparing((Found found) -> found.finding().kind())
                        .thenComparing(Found::place))
                .map(Found::finding)
                .toList();
    }

    /** Numbers of the exchanges the verdict rests on, those of findings first. */
    public synchronized List<Integer> exchanges() {
        Set<Integer> ordered = new LinkedHashSet<>();
        findings().forEach(f -> ordered.addAll(f.exchanges()));
        ordered.addAll(exchanges);
        return List.copyOf(ordered);
    }

    /** Pictures the verdict rests on. */
    public synchronized List<String> screenshots() {
        return List.copyOf(screenshots);
    }
}

package org.devicegrant.conformance.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One part of several of a long job, for machines or moments that have no time for the whole.
 *
 * @param number which, from 1
 * @param of how many there are
 */
record Share(int number, int of) {
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]*)/([1-9][0-9]*)");

    Share {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("There is no part " + number + " of " + of);
        }
    }

    /** What {@code -Dself-test.part} asks for; the whole without it. */
    static Share wanted() {
        String text = System.getProperty("self-test.part", "1/1");
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("self-test.part must be like 2/5, and is " + text);
        }
        return new Share(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Every so many-th: neighbours in the list are alike, and take alike long. */
    <T> List<T> of(List<T> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i % of == number - 1)
                .mapToObj(all::get)
                .toList();
    }
}

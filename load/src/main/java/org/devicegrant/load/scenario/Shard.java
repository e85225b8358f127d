package org.devicegrant.load.scenario;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of the devices that one injector plays: those whose number leaves the remainder {@code index}.
 *
 * @param index from 0
 * @param of how many injectors there are
 */
public record Shard(int index, int of) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    public Shard {
        if (of < 1 || index < 0 || index >= of) {
            throw new IllegalArgumentException("shard " + index + "/" + of + " does not exist: with " + of
                    + " injectors they are 0 to " + (of - 1));
        }
    }

    /** The only injector. */
    public static Shard whole() {
        return new Shard(0, 1);
    }

    /**
     * A shard written as {@code 0/3}.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static Shard parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("shard \"" + text + "\" is not understood: write for example 0/3");
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Whether this injector plays the device of that number. */
    public boolean holds(int number) {
        return number % of == index;
    }

    @Override
    public String toString() {
        return index + "/" + of;
    }
}

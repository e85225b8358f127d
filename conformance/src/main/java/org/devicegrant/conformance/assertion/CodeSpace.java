package org.devicegrant.conformance.assertion;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * How many values a server can have drawn codes from, judged by a sample. A sample can show that codes are predictable;
 * it never proves that they are not.
 */
public final class CodeSpace {
    /** Alphabets that codes are drawn from, smallest first. */
    private static final List<String> ALPHABETS = List.of(
            "0123456789",
            "0123456789abcdef",
            "0123456789ABCDEF",
            "BCDFGHJKLMNPQRSTVWXZ",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "abcdefghijklmnopqrstuvwxyz",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
            "0123456789ABCDEFGHJKMNPQRSTVWXYZ",
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "0123456789abcdefghijklmnopqrstuvwxyz",
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_");

    private static final int VISIBLE_ASCII = 94;
    /** Random codes show nearly all the symbols that chance allows; a counter's digits show fewer. */
    private static final double SHOWN_BY_CHANCE = 0.6;

    private static final BigDecimal SPREAD_BY_CHANCE = BigDecimal.valueOf(1, 0).divide(BigDecimal.valueOf(16));
    /** Quantile of the normal distribution for a probability of 0.000001. */
    private static final double ONE_IN_A_MILLION = 4.753;

    private static final int LEAST_EXPECTED = 5;

    private final List<String> codes;
    private final int length;
    private final int alphabet;

    /** @param codes at least one, without separators that are only there for the eye */
    public CodeSpace(List<String> codes) {
        this.codes = List.copyOf(codes);
        this.length = codes.stream().mapToInt(String::length).min().orElse(0);
        this.alphabet = alphabet(codes);
    }

    /** Size of the smallest usual alphabet that has all symbols of {@code codes}. */
    public static int alphabet(List<String> codes) {
        String symbols = String.join("", codes);
        return ALPHABETS.stream()
                .filter(candidate -> symbols.chars().allMatch(c -> candidate.indexOf(c) >= 0))
                .mapToInt(String::length)
                .findFirst()
                .orElse(VISIBLE_ASCII);
    }

    /** Bits of randomness that the codes can have at most, positions that hardly change left out. */
    public double bits() {
        double bits = 0;
        for (int position = 0; position < length; position++) {
            int shown = shown(position);
            boolean random = shown >= SHOWN_BY_CHANCE * expected();
            bits += Math.log(random ? alphabet : shown) / Math.log(2);
        }
        return bits;
    }

    private double expected() {
        return alphabet * (1 - Math.pow(1 - 1.0 / alphabet, codes.size()));
    }

    private int shown(int position) {
        return (int)
                codes.stream().map(code -> code.charAt(position)).distinct().count();
    }

    /** Fewest different symbols at any position. */
    public int fewestSymbols() {
        int fewest = Integer.MAX_VALUE;
        for (int position = 0; position < length; position++) {
            fewest = Math.min(fewest, shown(position));
        }
        return fewest;
    }

    /** Whether half of each code or more is the same in all of them. */
    public boolean halfIsConstant() {
        int constant = 0;
        for (int position = 0; position < length; position++) {
            constant += shown(position) == 1 ? 1 : 0;
        }
        return constant * 2 >= length;
    }

    /** Whether the codes, read as numbers, lie closer together than random ones do; what they begin with in common is left out. */
    public boolean closeTogether() {
        int start = commonPrefix();
        String symbols = symbols();
        List<BigInteger> numbers = codes.stream()
                .map(code -> number(code.substring(start, length), symbols))
                .sorted()
                .toList();
        BigInteger range = numbers.get(numbers.size() - 1).subtract(numbers.get(0));
        BigInteger space = BigInteger.valueOf(symbols.length()).pow(length - start);
        return new BigDecimal(range)
                        .divide(new BigDecimal(space), MathContext.DECIMAL32)
                        .compareTo(SPREAD_BY_CHANCE)
                < 0;
    }

    private int commonPrefix() {
        int common = 0;
        while (common < length && shown(common) == 1) {
            common++;
        }
        return common;
    }

    private String symbols() {
        TreeSet<Integer> symbols = new TreeSet<>();
        codes.forEach(code -> code.chars().forEach(symbols::add));
        StringBuilder sorted = new StringBuilder();
        symbols.forEach(sorted::appendCodePoint);
        return sorted.toString();
    }

    private static BigInteger number(String code, String symbols) {
        BigInteger number = BigInteger.ZERO;
        for (char c : code.toCharArray()) {
            number = number.multiply(BigInteger.valueOf(symbols.length())).add(BigInteger.valueOf(symbols.indexOf(c)));
        }
        return number;
    }

    /**
     * Whether some symbols occur so much more often than others that chance would do it once in a million runs. Letters
     * and digits are looked at apart, since some codes keep a place for each.
     */
    public boolean biased() {
        return biased(Character::isDigit) || biased(c -> !Character.isDigit(c));
    }

    private boolean biased(IntPredicate kind) {
        Map<Integer, Integer> counts = new HashMap<>();
        codes.forEach(code -> code.chars().filter(kind).forEach(c -> counts.merge(c, 1, Integer::sum)));
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        double expected = (double) total / counts.size();
        if (counts.size() < 2 || expected < LEAST_EXPECTED) {
            return false;
        }
        double distance = counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        return distance > critical(counts.size() - 1);
    }

    /** Upper quantile of the chi-square distribution, by the approximation of Wilson and Hilferty. */
    private static double critical(int degrees) {
        double spread = 2.0 / (9 * degrees);
        return degrees * Math.pow(1 - spread + ONE_IN_A_MILLION * Math.sqrt(spread), 3);
    }
}

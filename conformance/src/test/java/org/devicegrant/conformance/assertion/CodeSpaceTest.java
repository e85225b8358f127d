package org.devicegrant.conformance.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples whose origin is known. */
class CodeSpaceTest {
    private static List<String> drawn(String alphabet, int length, int count) {
        Random random = new Random(42);
        return IntStream.range(0, count)
                .mapToObj(code -> random.ints(length, 0, alphabet.length())
                        .mapToObj(alphabet::charAt)
                        .map(String::valueOf)
                        .reduce("", String::concat))
                .toList();
    }

    private static List<String> counted(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> "%06d".formatted(number))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0192,10", "0a,16", "0A,16", "BXZ,20", "ABZ,26", "abz,26", "OZ2,32", "Z0,32", "I0,36", "z0,36", "aA0,62",
        "a_,64", "a!,94"
    })
    void theSmallestUsualAlphabetIsTaken(String symbols, int size) {
        assertThat(CodeSpace.alphabet(List.of(symbols))).isEqualTo(size);
    }

    @Test
    void randomCodesHaveTheBitsOfTheirAlphabet() {
        assertThat(new CodeSpace(drawn("0123456789", 6, 60)).bits()).isCloseTo(19.93, within(0.01));
        assertThat(new CodeSpace(drawn("BCDFGHJKLMNPQRSTVWXZ", 8, 60)).bits()).isCloseTo(34.57, within(0.01));
    }

    @Test
    void whatHardlyChangesAddsHardlyAnything() {
        List<String> codes =
                drawn("0123456789", 4, 60).stream().map(code -> "77" + code).toList();

        assertThat(new CodeSpace(codes).bits()).isCloseTo(13.28, within(0.01));
        assertThat(new CodeSpace(codes).fewestSymbols()).isEqualTo(1);
        assertThat(new CodeSpace(List.of("12", "13")).bits()).isCloseTo(3.32, within(0.01));
    }

    @Test
    void halfOfACodeMayBeTheSame() {
        assertThat(new CodeSpace(List.of("1234", "1256")).halfIsConstant()).isTrue();
        assertThat(new CodeSpace(List.of("1234", "1567")).halfIsConstant()).isFalse();
        assertThat(new CodeSpace(List.of("12345", "12678")).halfIsConstant()).isFalse();
        assertThat(new CodeSpace(List.of("12", "13", "14")).fewestSymbols()).isEqualTo(1);
        assertThat(new CodeSpace(List.of("12", "33", "44")).fewestSymbols()).isEqualTo(3);
    }

    @Test
    void countersLieCloseTogetherAndRandomCodesDoNot() {
        assertThat(new CodeSpace(counted(990, 30)).closeTogether()).isTrue();
        assertThat(new CodeSpace(drawn("0123456789", 6, 30)).closeTogether()).isFalse();
        assertThat(new CodeSpace(drawn("ABCDEFGH", 9, 30)).closeTogether()).isFalse();
    }

    @Test
    void whatCodesBeginWithInCommonDoesNotBringThemTogether() {
        assertThat(new CodeSpace(drawn("0123456789", 6, 30).stream()
                                .map(code -> "TV" + code)
                                .toList())
                        .closeTogether())
                .isFalse();
    }

    @Test
    void biasIsSeenInDigitsAndLettersApart() {
        List<String> fair = drawn("0123456789", 6, 60);
        List<String> favourite =
                fair.stream().map(code -> code.replaceAll("[5-9]", "7")).toList();
        List<String> separate = IntStream.range(0, 60)
                .mapToObj(i ->
                        fair.get(i).substring(0, 3) + drawn("BCDFGHJKLM", 3, 60).get(i))
                .toList();

        assertThat(new CodeSpace(fair).biased()).isFalse();
        assertThat(new CodeSpace(favourite).biased()).isTrue();
        assertThat(new CodeSpace(separate).biased()).isFalse();
        assertThat(new CodeSpace(separate.stream()
                                .map(code -> code.replaceAll("[G-M]", "M"))
                                .toList())
                        .biased())
                .isTrue();
    }

    @Test
    void fewCodesShowNoBias() {
        assertThat(new CodeSpace(List.of("1111", "1112", "1111")).biased()).isFalse();
        assertThat(new CodeSpace(List.of("1111111111", "1111111111")).biased()).isFalse();
    }
}

package org.devicegrant.conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.devicegrant.conformance.protocol.Form.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    private static final Form FORM =
            Form.empty().with("a", "1").with("b", "x y&=").with("a", "2").with("bare", null);

    @Test
    void isWrittenInItsOrder() {
        assertThat(FORM.encoded()).isEqualTo("a=1&b=x+y%26%3D&a=2&bare");
        assertThat(FORM.encoded(value -> value.toUpperCase(Locale.ROOT))).isEqualTo("a=1&b=X Y&=&a=2&bare");
        assertThat(FORM.reversed().encoded()).isEqualTo("bare&a=2&b=x+y%26%3D&a=1");
    }

    @Test
    void isChangedInOneThing() {
        assertThat(FORM.without("a").encoded()).isEqualTo("b=x+y%26%3D&bare");
        assertThat(FORM.replace("a", "9").encoded()).isEqualTo("a=9&b=x+y%26%3D&bare");
        assertThat(FORM.replace("c", "9").encoded()).isEqualTo(FORM.encoded() + "&c=9");
        assertThat(FORM.value("a")).isEqualTo("1");
        assertThat(FORM.value("c")).isNull();
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(Form.parse("a=1&&b=x+y%26%3D&a=2&bare&=empty").orElseThrow().parameters())
                .containsExactly(
                        new Parameter("a", "1"),
                        new Parameter("b", "x y&="),
                        new Parameter("a", "2"),
                        new Parameter("bare", ""),
                        new Parameter("", "empty"));
        assertThat(Form.parse("").orElseThrow().parameters()).isEmpty();
        assertThat(Form.parse("a=b=c").orElseThrow().value("a")).isEqualTo("b=c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%zz", "%=a", "a=%FF", "a=1&b=%C3"})
    void malformedEscapesAreNoForm(String body) {
        assertThat(Form.parse(body)).isEmpty();
    }

    @Test
    void everyByteCanBeEscaped() {
        assertThat(Form.encodeEveryByte("aé-", true)).isEqualTo("%61%C3%A9%2D");
        assertThat(Form.encodeEveryByte("aé-", false)).isEqualTo("%61%c3%a9%2d");
        assertThat(Form.decode("%61%C3%A9+")).contains("aé ");
    }
}

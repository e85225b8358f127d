package org.devicegrant.reports;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import org.devicegrant.reports.model.Level;
import org.jspecify.annotations.Nullable;

/** How every JSON file of a run is written and read: snake case, line feeds, ISO dates, unknown members ignored. */
public final class Json {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new JavaTimeModule())
            .addMixIn(Level.class, LevelAsWord.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new NullableMayBeMissing())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final ObjectWriter PRETTY = MAPPER.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private Json() {}

    /**
     * {@code value} as JSON, indented by two blanks, one array element a line, ending with a line feed.
     *
     * @param value records, lists, maps and tree nodes only, which always have a JSON form
     */
    public static String pretty(Object value) {
        try {
            return PRETTY.writeValueAsString(value) + "\n";
        } catch (JacksonException e) {
            throw new IllegalStateException("only plain values are written", e);
        }
    }

    /** What may be null may be missing: files of earlier versions do not know every member. */
    private static final class NullableMayBeMissing extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasRequiredMarker(AnnotatedMember member) {
            if (member instanceof AnnotatedParameter parameter
                    && parameter.getOwner().getMember() instanceof Constructor<?> constructor
                    && constructor.getDeclaringClass().isRecord()) {
                AnnotatedType type = constructor.getAnnotatedParameterTypes()[parameter.getIndex()];
                return !type.isAnnotationPresent(Nullable.class);
            }
            return super.hasRequiredMarker(member);
        }
    }

    /** Levels are written in the words of the documents, so the model needs no annotation. */
    private interface LevelAsWord {
        @JsonValue
        String word();
    }
}

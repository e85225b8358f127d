package org.devicegrant.conformance.check;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Something a check can find that no defect of the embedded server makes it find, and why: {@code unprovoked.yaml}.
 *
 * @param requirement whose check
 * @param finding what it would say
 * @param because why no defect makes it say so
 */
record Unprovoked(String requirement, String finding, String because) {
    static List<Unprovoked> all() {
        try (InputStream in = Unprovoked.class.getResourceAsStream("unprovoked.yaml")) {
            return new YAMLMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

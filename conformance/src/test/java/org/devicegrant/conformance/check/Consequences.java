package org.devicegrant.conformance.check;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.devicegrant.conformance.embedded.Defect;

/**
 * What else a defect may be noticed by, for the same cause, and why: {@code consequences.yaml}. Whatever is neither there
 * nor named by the defect itself is a false alarm.
 */
record Consequences(Map<String, Consequence> ofDefects) {
    /**
     * @param because why one cause shows in several places
     * @param also the requirements whose checks may notice it, too
     */
    record Consequence(String because, List<String> also) {}

    static Consequences load() {
        try (InputStream in = Consequences.class.getResourceAsStream("consequences.yaml")) {
            return new Consequences(new YAMLMapper().readValue(in, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Consequence of(Defect defect) {
        return ofDefects.getOrDefault(defect.name(), new Consequence("", List.of()));
    }

    /** Whether a finding of a check is no surprise. */
    boolean explain(Defect defect, String id) {
        return defect.flaggedBy().contains(id) || of(defect).also().contains(id);
    }
}

package org.devicegrant.conformance.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.requirement.Nearest;

/** The defects that the embedded server can have, by name. */
record Defects(Map<String, Defect> byName) {
    static Defects onClassPath() {
        Map<String, Defect> byName = new LinkedHashMap<>();
        ServiceLoader.load(DefectSource.class)
                .forEach(source -> source.defects().forEach(defect -> byName.put(defect.name(), defect)));
        return new Defects(byName);
    }

    /**
     * Those with these names.
     *
     * @throws UsageFault if there is none of a name
     */
    List<Defect> named(Collection<String> names) {
        List<Defect> named = new ArrayList<>();
        for (String name : names) {
            Defect defect = byName.get(name);
            if (defect == null) {
                throw new UsageFault("no defect is called \"" + name + "\"; "
                        + Nearest.to(name, byName.keySet())
                                .map(near -> "did you mean " + near + "?")
                                .orElse("'device-grant serve --list-defects' names them all"));
            }
            named.add(defect);
        }
        return named;
    }

    /** For people; every line ends with a line feed. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Defect defect : byName.values()) {
            text.append(defect.name()).append("\n    ").append(defect.misdeed()).append("\n    noticed by ");
            text.append(String.join(", ", new TreeSet<>(defect.flaggedBy()))).append("\n");
        }
        return text + "" + byName.size() + " defects\n";
    }
}

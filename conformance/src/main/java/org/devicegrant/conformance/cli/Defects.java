package org.devicegrant.conformance.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.devicegrant.conformance.dialect.DialectPresets;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.login.ClientDefect;
import org.devicegrant.conformance.login.ClientDefects;
import org.devicegrant.conformance.requirement.Nearest;

/** The defects that the embedded server can have, by name. */
record Defects(Map<String, Entry> byName) {
    /** A defect: what is noticed of it, and how it is switched on. */
    record Entry(String name, String misdeed, String noticed, Consumer<Behaviour> install) {}

    static Defects onClassPath() {
        Map<String, Entry> byName = new LinkedHashMap<>();
        ServiceLoader.load(DefectSource.class)
                .forEach(source -> source.defects().forEach(defect -> byName.put(defect.name(), entry(defect))));
        ClientDefects.all().forEach(defect -> byName.putIfAbsent(defect.name(), entry(defect)));
        DialectPresets.all().forEach((name, install) -> byName.put(name, dialect(name, install)));
        return new Defects(byName);
    }

    private static Entry dialect(String name, Consumer<Behaviour> install) {
        return new Entry(name, "Speaks the dialect " + name + ".", "named by every run", install);
    }

    private static Entry entry(Defect defect) {
        String by = "noticed by " + String.join(", ", new TreeSet<>(defect.flaggedBy()));
        return new Entry(defect.name(), defect.misdeed(), by, defect.install());
    }

    private static Entry entry(ClientDefect defect) {
        String whom = "locks out " + String.join(", ", new TreeSet<>(defect.lockedOut()));
        return new Entry(defect.name(), defect.misdeed(), whom, defect.install());
    }

    /**
     * Those with these names.
     *
     * @throws UsageFault if there is none of a name
     */
    List<Entry> named(Collection<String> names) {
        List<Entry> named = new ArrayList<>();
        for (String name : names) {
            Entry defect = byName.get(name);
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
        for (Entry defect : byName.values()) {
            text.append(defect.name()).append("\n    ").append(defect.misdeed());
            text.append("\n    ").append(defect.noticed()).append("\n");
        }
        return text + "" + byName.size() + " defects\n";
    }
}

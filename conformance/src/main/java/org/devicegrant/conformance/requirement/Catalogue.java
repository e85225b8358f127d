package org.devicegrant.conformance.requirement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every requirement, in the order that reports use. */
public final class Catalogue {
    /** Name of the file it is shipped as. */
    public static final String FILE = "catalogue.yaml";

    private final String version;
    private final Map<String, Requirement> byId;

    private Catalogue(String version, Map<String, Requirement> byId) {
        this.version = version;
        this.byId = byId;
    }

    /** The catalogue of this build. */
    public static Catalogue load() {
        try (InputStream in = open()) {
            Map<String, Requirement> byId = new LinkedHashMap<>();
            for (Requirement requirement : CatalogueReader.read(in)) {
                if (byId.put(requirement.id(), requirement) != null) {
                    throw new IllegalStateException("the catalogue has " + requirement.id() + " twice");
                }
            }
            return new Catalogue(shippedVersion(), Collections.unmodifiableMap(byId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version of the catalogue of this build, without loading the rest of it. */
    public static String shippedVersion() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            String first = lines.readLine();
            return first == null ? "" : first.replaceAll("^version: *\"|\"$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of this build, byte for byte. */
    public static byte[] shippedFile() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For example {@code 2026.11}: year and month of the last change of meaning. */
    public String version() {
        return version;
    }

    /** All of them. */
    public List<Requirement> requirements() {
        return new ArrayList<>(byId.values());
    }

    /** The one with this id. */
    public Optional<Requirement> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The one with this id, which is known to exist.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Requirement get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("the catalogue has no \"" + id + "\""));
    }

    /** The names of the groups, in order. */
    public List<String> groups() {
        Set<String> groups = new LinkedHashSet<>();
        byId.values().forEach(requirement -> groups.add(requirement.group()));
        return List.copyOf(groups);
    }

    private static InputStream open() {
        InputStream in = Catalogue.class.getResourceAsStream(FILE);
        if (in == null) {
            throw new IllegalStateException("the build lacks " + FILE);
        }
        return in;
    }
}

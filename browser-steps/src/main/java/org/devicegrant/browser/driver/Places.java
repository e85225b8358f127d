package org.devicegrant.browser.driver;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.devicegrant.browser.BrowserFailure;

/** Finds programs on this machine; never fetches any. */
final class Places {
    private final Map<String, String> environment;

    Places(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The program an environment variable names, else the first of these names on the path, else the first of these files.
     *
     * @throws BrowserFailure if the variable names something that is no program
     */
    Optional<Path> find(String variable, List<String> names, List<String> files) {
        String named = environment.get(variable);
        if (named != null && !named.isBlank()) {
            Path path = Path.of(named);
            if (!Files.isExecutable(path) || Files.isDirectory(path)) {
                throw new BrowserFailure(variable + " names " + named + ", which is no program that can be run");
            }
            return Optional.of(path);
        }
        return Stream.concat(onPath(names), files.stream().map(this::expanded).map(Path::of))
                .filter(path -> Files.isExecutable(path) && !Files.isDirectory(path))
                .findFirst();
    }

    private Stream<Path> onPath(List<String> names) {
        String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
        List<String> folders = Stream.of(path.split(File.pathSeparator, -1))
                .filter(f -> !f.isBlank())
                .toList();
        return names.stream()
                .flatMap(name -> folders.stream()
                        .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe"))));
    }

    private String expanded(String file) {
        String out = file;
        for (String variable : List.of("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA", "HOME")) {
            out = out.replace("%" + variable + "%", environment.getOrDefault(variable, "-"));
        }
        return out;
    }

    /** Whether Chromium's own sandbox cannot work: it refuses to run as root and usually fails in containers. */
    boolean needsNoSandbox() {
        return "root".equals(System.getProperty("user.name"))
                || Files.exists(Path.of("/.dockerenv"))
                || Files.exists(Path.of("/run/.containerenv"))
                || environment.containsKey("KUBERNETES_SERVICE_HOST")
                || environment.containsKey("CI");
    }
}

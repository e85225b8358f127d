package org.devicegrant.reports.pack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A hash for every line of {@code exchanges.jsonl} that depends on all lines before it: taking one out, adding one or
 * changing the order breaks every later hash. Link n is SHA-256 of link n-1 in hexadecimal, followed by line n without
 * its line feed; link 0 is SHA-256 of nothing.
 *
 * @param links one for each line, in order, after link 0
 */
record HashChain(List<String> links) {

    HashChain {
        links = List.copyOf(links);
    }

    /** The chain over the lines of a file. */
    static HashChain of(byte[] file) {
        List<String> links = new ArrayList<>();
        links.add(Sha256.of(new byte[0]));
        new String(file, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> links.add(Sha256.of(
                        links.get(links.size() - 1).getBytes(StandardCharsets.US_ASCII),
                        line.getBytes(StandardCharsets.UTF_8))));
        return new HashChain(links);
    }

    /** The last link, which stands for the whole file. */
    String last() {
        return links.get(links.size() - 1);
    }

    /** How many lines it covers. */
    int lines() {
        return links.size() - 1;
    }

    /** One link a line. */
    byte[] text() {
        return (String.join("\n", links) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}

package org.devicegrant.load.protocol;

import java.security.SecureRandom;

/** A number that stands for a secret within one run. Keyed, so that it says nothing outside it. */
public final class Digest {
    private static final long KEY = new SecureRandom().nextLong() | 1;

    private Digest() {}

    /** Equal for equal texts, never 0, and with 64 bits in practice different for different ones. */
    public static long of(String text) {
        long hash = KEY;
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash ^ text.charAt(i));
        }
        return hash == 0 ? 1 : hash;
    }

    /** The finaliser of SplitMix64: every input bit moves every output bit. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

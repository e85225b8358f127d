package org.devicegrant.load.measure;

/** Which digests were seen already: 8 bytes each, so that a million codes fit. Thread-safe. */
public final class SeenOnce {
    private long[] slots = new long[1024];
    private int size;

    /** Notes a digest other than 0. False if it was seen before. */
    public synchronized boolean add(long digest) {
        if (size * 2 >= slots.length) {
            grow();
        }
        if (put(slots, digest)) {
            size++;
            return true;
        }
        return false;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long digest : slots) {
            if (digest != 0) {
                put(larger, digest);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long digest) {
        int at = (int) digest & (slots.length - 1);
        while (slots[at] != 0) {
            if (slots[at] == digest) {
                return false;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = digest;
        return true;
    }
}

package org.devicegrant.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Takes so many bytes, then refuses as a full disk does, in the middle of a line. */
final class FullDisk extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int room;

    FullDisk(int room) {
        this.room = room;
    }

    @Override
    public void write(int octet) throws IOException {
        if (room == 0) {
            throw new IOException("No space left on device");
        }
        room--;
        kept.write(octet);
    }

    void makeRoom() {
        room = Integer.MAX_VALUE;
    }

    String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}

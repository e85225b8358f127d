package org.devicegrant.conformance.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.http.HttpEntity;
import org.apache.http.entity.HttpEntityWrapper;

/** A body that ends after so many bytes, so that an endless answer ends in a verdict and not in an exhausted heap. */
final class BoundedEntity extends HttpEntityWrapper {
    private final int most;
    private final Runnable whenCut;

    BoundedEntity(HttpEntity entity, int most, Runnable whenCut) {
        super(entity);
        this.most = most;
        this.whenCut = whenCut;
    }

    @Override
    public InputStream getContent() throws IOException {
        return new Bounded(super.getContent());
    }

    /** Unknown, since the end may come early. */
    @Override
    public long getContentLength() {
        return wrappedEntity.getContentLength() > most ? -1 : wrappedEntity.getContentLength();
    }

    private final class Bounded extends FilterInputStream {
        private int left = most;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) {
                return end();
            }
            int octet = super.read();
            left -= octet < 0 ? 0 : 1;
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                return end();
            }
            int count = super.read(buffer, offset, Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }

        private int end() {
            whenCut.run();
            return -1;
        }

        /** Reads nothing more: draining an endless body would never return. */
        @Override
        public void close() {}
    }
}

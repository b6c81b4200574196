package fr.tiers.kernel.web;

import jakarta.ws.rs.WebApplicationException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body whose length was not announced is cut off where an announced one would have been refused (413). */
final class LimitedStream extends FilterInputStream {

    private long left;

    LimitedStream(InputStream in, long maximum) {
        super(in);
        left = maximum;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw new WebApplicationException(413);
        }
    }
}

package fr.tiers.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that has arrived whole, was looked at and found clean; it waits on the server's disk until a transaction takes it. Closing it
 * removes it, whatever became of it.
 */
public final class Received implements AutoCloseable {

    private final Path place;
    private final String fileName;
    private final String mediaType;
    private final long size;
    private final String sha256;

    Received(Path place, String fileName, String mediaType, long size, String sha256) {
        this.place = place;
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.size = size;
        this.sha256 = sha256;
    }

    public String fileName() {
        return fileName;
    }

    public String mediaType() {
        return mediaType;
    }

    public long size() {
        return size;
    }

    /** Hexadecimal, lower case. */
    public String sha256() {
        return sha256;
    }

    public InputStream open() throws IOException {
        return Files.newInputStream(place);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

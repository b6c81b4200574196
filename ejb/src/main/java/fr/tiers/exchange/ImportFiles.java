package fr.tiers.exchange;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;

/** The bytes of imported files, in rows of {@link #CHUNK} bytes; for reading they are laid on the disk, as a workbook is not read from its beginning. */
@ApplicationScoped
public class ImportFiles {

    static final int CHUNK = 256 * 1024;
    /** Like that of uploads, so that what a killed server leaves is swept up with them. */
    private static final String PREFIX = "tiers-upload-";

    private final Db db;

    protected ImportFiles() {
        this(null);
    }

    @Inject
    public ImportFiles(Db db) {
        this.db = db;
    }

    /** Reads a file that lies on the disk. */
    @FunctionalInterface
    interface Reading<R> {
        R read(Path file) throws IOException;
    }

    /** Within the caller's transaction. */
    void write(long importId, InputStream content) throws IOException {
        var buffer = new byte[CHUNK];
        int position = 0;
        for (int read = content.readNBytes(buffer, 0, CHUNK); read > 0; read = content.readNBytes(buffer, 0, CHUNK)) {
            insert(importId, position++, read == CHUNK ? buffer : Arrays.copyOf(buffer, read));
        }
    }

    private void insert(long importId, int position, byte[] data) {
        db.run(handle -> handle.createUpdate(
                        "insert into exchange_chunk (import_id, position, data) values (:import, :position, :data)")
                .bind("import", importId)
                .bind("position", position)
                .bind("data", data)
                .execute());
    }

    /** Lays the file on the disk for the time of the reading. */
    <R> R with(long importId, Reading<R> reading) {
        try {
            return with(content(importId), reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <R> R with(InputStream content, Reading<R> reading) throws IOException {
        var place = Files.createTempFile(PREFIX, ".part");
        try {
            try (var out = Files.newOutputStream(place)) {
                content.transferTo(out);
            }
            return reading.read(place);
        } finally {
            Files.deleteIfExists(place);
        }
    }

    private InputStream content(long importId) {
        return new SequenceInputStream(new Enumeration<>() {
            private int position;
            private byte[] next = chunk(importId, 0);

            @Override
            public boolean hasMoreElements() {
                return next != null;
            }

            @Override
            public InputStream nextElement() {
                var current = new ByteArrayInputStream(next);
                next = chunk(importId, ++position);
                return current;
            }
        });
    }

    /** @return null behind the last */
    private byte[] chunk(long importId, int position) {
        return db.call(handle -> handle.createQuery(
                        "select data from exchange_chunk where import_id = :import and position = :position")
                .bind("import", importId)
                .bind("position", position)
                .mapTo(byte[].class)
                .findOne()
                .orElse(null));
    }
}

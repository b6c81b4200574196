package fr.tiers.document;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of files, in rows of {@link #CHUNK} bytes. Reading asks for one row after the other and holds no connection in between; a
 * version never changes, so no transaction is needed.
 */
@ApplicationScoped
public class DocumentContent {

    /** Bytes per row. */
    public static final int CHUNK = 256 * 1024;

    private final Db db;

    protected DocumentContent() {
        this(null);
    }

    @Inject
    public DocumentContent(Db db) {
        this.db = db;
    }

    /** Writes a file within the caller's transaction. */
    void write(long versionId, InputStream content) throws IOException {
        var buffer = new byte[CHUNK];
        int position = 0;
        for (int read = content.readNBytes(buffer, 0, CHUNK); read > 0; read = content.readNBytes(buffer, 0, CHUNK)) {
            insert(versionId, position++, read == CHUNK ? buffer : Arrays.copyOf(buffer, read));
        }
    }

    private void insert(long versionId, int position, byte[] data) {
        db.run(handle -> handle.createUpdate(
                        "insert into document_chunk (version_id, position, data) values (:version, :position, :data)")
                .bind("version", versionId)
                .bind("position", position)
                .bind("data", data)
                .execute());
    }

    /** @param from the first byte wanted, 0 for all */
    public InputStream open(DocumentFile file, long from) {
        return new ChunkStream(file, from);
    }

    /** @return null when there is none: the document was deleted meanwhile */
    byte[] chunk(long versionId, int position) {
        return db.call(handle -> handle.createQuery(
                        "select data from document_chunk where version_id = :version and position = :position")
                .bind("version", versionId)
                .bind("position", position)
                .mapTo(byte[].class)
                .findOne()
                .orElse(null));
    }

    private final class ChunkStream extends InputStream {

        private final DocumentFile file;
        private byte[] chunk = {};
        private int next;
        private int offset;
        private long left;

        ChunkStream(DocumentFile file, long from) {
            this.file = file;
            this.next = (int) (from / CHUNK);
            this.offset = (int) (from % CHUNK);
            this.left = file.size() - from;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int start, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            if (length == 0) {
                return 0;
            }
            if (offset >= chunk.length || chunk.length == 0) {
                load();
            }
            int count = Math.min(length, chunk.length - offset);
            System.arraycopy(chunk, offset, into, start, count);
            offset += count;
            left -= count;
            return count;
        }

        private void load() throws IOException {
            boolean first = chunk.length == 0;
            chunk = chunk(file.versionId(), next++);
            if (chunk == null || first && offset >= chunk.length) {
                throw new IOException("the content of version " + file.versionId() + " ends early");
            }
            if (!first) {
                offset = 0;
            }
        }
    }
}

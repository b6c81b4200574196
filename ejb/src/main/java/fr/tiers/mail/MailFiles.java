package fr.tiers.mail;

import fr.tiers.kernel.Db;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;

/** The files of mails, in rows of {@link #PART} bytes. What a mail took with it stays, whatever becomes of the document it came from. */
final class MailFiles {

    private static final int PART = 256 * 1024;

    private final Db db;

    MailFiles(Db db) {
        this.db = db;
    }

    /** Thrown when the files together are larger than a mail takes. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Writes files within the caller's transaction.
     *
     * @param room bytes they may have together
     */
    void write(long mailId, List<MailFile> files, long room) {
        long left = room;
        for (int position = 0; position < files.size(); position++) {
            left -= write(mailId, position, files.get(position), left);
        }
    }

    private long write(long mailId, int position, MailFile file, long room) {
        db.run(handle -> handle.createUpdate(
                        "insert into outbox_file (mail_id, position, name, media_type, size) values (:mail, :position, :name, :type, 0)")
                .bind("mail", mailId)
                .bind("position", position)
                .bind("name", file.name())
                .bind("type", file.type())
                .execute());
        long size = 0;
        try (var in = file.content().open()) {
            var buffer = new byte[PART];
            int part = 0;
            for (int read = in.readNBytes(buffer, 0, PART); read > 0; read = in.readNBytes(buffer, 0, PART)) {
                size += read;
                if (size > room) {
                    throw new TooLarge();
                }
                insert(mailId, position, part++, read == PART ? buffer : Arrays.copyOf(buffer, read));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long written = size;
        db.run(handle -> handle.createUpdate(
                        "update outbox_file set size = :size where mail_id = :mail and position = :position")
                .bind("size", written)
                .bind("mail", mailId)
                .bind("position", position)
                .execute());
        return size;
    }

    private void insert(long mailId, int position, int part, byte[] data) {
        db.run(handle -> handle.createUpdate(
                        "insert into outbox_chunk (mail_id, position, part, data) values (:mail, :position, :part, :data)")
                .bind("mail", mailId)
                .bind("position", position)
                .bind("part", part)
                .bind("data", data)
                .execute());
    }

    /** @return name, type and size of each file, in their order */
    List<MailFileRow> rows(long mailId) {
        return db.call(handle -> handle.createQuery(
                        "select position, name, media_type, size from outbox_file where mail_id = :mail order by position")
                .bind("mail", mailId)
                .map((row, context) -> new MailFileRow(
                        row.getInt("position"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size")))
                .list());
    }

    /** @return the files as they are to be sent; their content is read part by part */
    List<MailFile> of(long mailId) {
        return rows(mailId).stream().map(row -> file(mailId, row)).toList();
    }

    MailFile file(long mailId, MailFileRow row) {
        return new MailFile(row.name(), row.type(), () -> open(mailId, row.position()));
    }

    /** Asks for one row after the other and holds no connection in between. */
    private InputStream open(long mailId, int position) {
        return new SequenceInputStream(new Enumeration<>() {

            private int next;
            private byte[] data = part(mailId, position, 0);

            @Override
            public boolean hasMoreElements() {
                return data != null;
            }

            @Override
            public InputStream nextElement() {
                if (data == null) {
                    throw new NoSuchElementException();
                }
                var current = data;
                data = part(mailId, position, ++next);
                return new ByteArrayInputStream(current);
            }
        });
    }

    private byte[] part(long mailId, int position, int part) {
        return db.call(handle -> handle.createQuery(
                        "select data from outbox_chunk where mail_id = :mail and position = :position and part = :part")
                .bind("mail", mailId)
                .bind("position", position)
                .bind("part", part)
                .mapTo(byte[].class)
                .findOne()
                .orElse(null));
    }
}

package fr.tiers.mail;

import fr.tiers.kernel.Db;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/**
 * The files of mails, or of their templates, in rows of {@link #PART} bytes. What a mail took with it stays, whatever becomes of the
 * document it came from.
 */
public final class MailFiles {

    private static final int PART = 256 * 1024;

    private final Db db;
    private final String files;
    private final String chunks;
    private final String owner;

    MailFiles(Db db) {
        this(db, "outbox", "mail_id");
    }

    /**
     * @param tables what the names of both tables, {@code _file} and {@code _chunk}, begin with; never from outside, it becomes part of
     *     the SQL
     * @param owner column with the id of what has the files
     */
    public MailFiles(Db db, String tables, String owner) {
        this.db = db;
        this.files = tables + "_file";
        this.chunks = tables + "_chunk";
        this.owner = owner;
    }

    /** Thrown when the files together are larger than a mail takes. */
    public static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Writes files within the caller's transaction, behind those that are there.
     *
     * @param room bytes that all files may have together
     */
    public void write(long ownerId, List<MailFile> more, long room) {
        var present = rows(ownerId);
        long left = room - present.stream().mapToLong(MailFileRow::size).sum();
        int position = present.stream().mapToInt(MailFileRow::position).max().orElse(-1) + 1;
        for (var file : more) {
            left -= write(ownerId, position++, file, left);
        }
    }

    private long write(long ownerId, int position, MailFile file, long room) {
        db.run(handle -> handle.createUpdate("insert into " + files + " (" + owner
                        + ", position, name, media_type, size) values (:owner, :position, :name, :type, 0)")
                .bind("owner", ownerId)
                .bind("position", position)
                .bind("name", file.name())
                .bind("type", file.type())
                .execute());
        long size = copy(ownerId, position, file, room);
        db.run(handle -> handle.createUpdate(
                        "update " + files + " set size = :size where " + owner + " = :owner and position = :position")
                .bind("size", size)
                .bind("owner", ownerId)
                .bind("position", position)
                .execute());
        return size;
    }

    private long copy(long ownerId, int position, MailFile file, long room) {
        long size = 0;
        try (var in = file.content().open()) {
            var buffer = new byte[PART];
            int part = 0;
            for (int read = in.readNBytes(buffer, 0, PART); read > 0; read = in.readNBytes(buffer, 0, PART)) {
                size += read;
                if (size > room) {
                    throw new TooLarge();
                }
                insert(ownerId, position, part++, read == PART ? buffer : Arrays.copyOf(buffer, read));
            }
            return size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void insert(long ownerId, int position, int part, byte[] data) {
        db.run(handle -> handle.createUpdate("insert into " + chunks + " (" + owner
                        + ", position, part, data) values (:owner, :position, :part, :data)")
                .bind("owner", ownerId)
                .bind("position", position)
                .bind("part", part)
                .bind("data", data)
                .execute());
    }

    /** @return name, type and size of each file, in their order */
    public List<MailFileRow> rows(long ownerId) {
        return rows(List.of(ownerId)).getOrDefault(ownerId, List.of());
    }

    /** @return the same for many at once, by owner; those without files are absent */
    public Map<Long, List<MailFileRow>> rows(Collection<Long> ownerIds) {
        return db.call(
                handle -> handle.createQuery("select " + owner + " as owner, position, name, media_type, size from "
                                + files + " where " + owner + " = any(:owners) order by position")
                        .bindArray("owners", Long.class, ownerIds)
                        .map((row, context) -> Map.entry(
                                row.getLong("owner"),
                                new MailFileRow(
                                        row.getInt("position"),
                                        row.getString("name"),
                                        row.getString("media_type"),
                                        row.getLong("size"))))
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    /** @return the files as they are; their content is read part by part */
    public List<MailFile> of(long ownerId) {
        return rows(ownerId).stream().map(row -> file(ownerId, row)).toList();
    }

    public MailFile file(long ownerId, MailFileRow row) {
        return new MailFile(row.name(), row.type(), () -> open(ownerId, row.position()));
    }

    /** Asks for one row after the other and holds no connection in between. */
    private InputStream open(long ownerId, int position) {
        return new SequenceInputStream(new Enumeration<>() {

            private int next;
            private byte[] data = part(ownerId, position, 0);

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
                data = part(ownerId, position, ++next);
                return new ByteArrayInputStream(current);
            }
        });
    }

    /** @return whether there was one */
    public boolean delete(long ownerId, int position) {
        return db.call(handle -> handle.createUpdate(
                                "delete from " + files + " where " + owner + " = :owner and position = :position")
                        .bind("owner", ownerId)
                        .bind("position", position)
                        .execute())
                == 1;
    }

    private byte[] part(long ownerId, int position, int part) {
        return db.call(handle -> handle.createQuery("select data from " + chunks + " where " + owner
                        + " = :owner and position = :position and part = :part")
                .bind("owner", ownerId)
                .bind("position", position)
                .bind("part", part)
                .mapTo(byte[].class)
                .findOne()
                .orElse(null));
    }
}

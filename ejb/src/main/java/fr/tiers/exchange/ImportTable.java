package fr.tiers.exchange;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.tiers.exchange.ImportJob.Phase;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of {@code exchange_import}. */
@ApplicationScoped
public class ImportTable {

    private static final TypeReference<List<List<String>>> SAMPLE = new TypeReference<>() {};
    private static final TypeReference<ImportSettings> SETTINGS = new TypeReference<>() {};

    private final Db db;
    private final Clock clock;

    protected ImportTable() {
        this(null, null);
    }

    @Inject
    public ImportTable(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A row of the table. */
    record Kept(
            long id,
            long version,
            String fileName,
            long size,
            List<String> header,
            List<List<String>> sample,
            long rows,
            ImportSettings settings,
            String phase,
            Long runId,
            String createdBy,
            Instant createdAt) {}

    long insert(String fileName, long size, String sha256, FileLook look, ImportSettings settings, String login) {
        return db.call(handle -> handle.createQuery(
                        """
                        insert into exchange_import (file_name, size, sha256, header, sample, row_count, settings, created_by, created_at)
                        values (:file, :size, :sha, :header, cast(:sample as jsonb), :rows, cast(:settings as jsonb), :by, :now)
                        returning id
                        """)
                .bind("file", fileName)
                .bind("size", size)
                .bind("sha", sha256)
                .bindArray("header", String.class, look.header())
                .bind("sample", ExchangeJson.write(look.sample()))
                .bind("rows", look.rows())
                .bind("settings", ExchangeJson.write(settings))
                .bind("by", login)
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
    }

    Optional<Kept> find(long id) {
        return db.call(handle -> handle.createQuery("select * from exchange_import where id = :id")
                .bind("id", id)
                .map((row, context) -> kept(row))
                .findOne());
    }

    /** @param login whose; null for everybody's */
    Slice<Kept> page(String login, long before, int limit) {
        var whose = login == null ? "true" : "created_by = :login";
        return db.call(handle -> {
            var query = handle.createQuery("select * from exchange_import where " + whose
                            + " and id < :before order by id desc limit :limit")
                    .bind("before", before)
                    .bind("limit", limit + 1);
            var count = handle.createQuery("select count(*) from exchange_import where " + whose);
            if (login != null) {
                query.bind("login", login);
                count.bind("login", login);
            }
            var rows = query.map((row, context) -> kept(row)).list();
            var items = List.copyOf(rows.subList(0, Math.min(limit, rows.size())));
            var next = rows.size() > limit ? String.valueOf(items.get(limit - 1).id()) : null;
            return new Slice<>(items, next, count.mapTo(Long.class).one(), true);
        });
    }

    /** @throws BusinessException STALE when somebody else has changed it since */
    void change(long id, long version, FileLook look, ImportSettings settings) {
        int changed = db.call(handle -> handle.createUpdate(
                        """
                        update exchange_import set version = version + 1, header = :header, sample = cast(:sample as jsonb),
                               row_count = :rows, settings = cast(:settings as jsonb), phase = 'MAPPING'
                        where id = :id and version = :version
                        """)
                .bind("id", id)
                .bind("version", version)
                .bindArray("header", String.class, look.header())
                .bind("sample", ExchangeJson.write(look.sample()))
                .bind("rows", look.rows())
                .bind("settings", ExchangeJson.write(settings))
                .execute());
        stillThere(id, changed);
    }

    /** @throws BusinessException STALE when somebody else has changed it since */
    void started(long id, long version, Phase phase, long runId) {
        stillThere(id, db.call(handle -> handle.createUpdate(
                        """
                                update exchange_import set version = version + 1, phase = :phase, run_id = :run
                                where id = :id and version = :version
                                """)
                .bind("id", id)
                .bind("version", version)
                .bind("phase", phase)
                .bind("run", runId)
                .execute()));
    }

    void delete(long id, long version) {
        stillThere(id, db.call(handle -> handle.createUpdate(
                        "delete from exchange_import where id = :id and version = :version")
                .bind("id", id)
                .bind("version", version)
                .execute()));
    }

    /** Files and rows of imports that are over since then; nobody takes those back any more. */
    int deleteOlderThan(Instant moment) {
        return db.call(handle -> handle.createUpdate(
                        """
                        delete from exchange_import i where created_at < :moment and not exists (
                            select 1 from job_run r where r.id = i.run_id and r.status in ('STARTING', 'RUNNING'))
                        """)
                .bind("moment", moment)
                .execute());
    }

    private static void stillThere(long id, int changed) {
        if (changed == 0) {
            throw BusinessException.stale("import", id);
        }
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("file_name"),
                row.getLong("size"),
                List.of((String[]) row.getArray("header").getArray()),
                ExchangeJson.read(row.getString("sample"), SAMPLE),
                row.getLong("row_count"),
                ExchangeJson.read(row.getString("settings"), SETTINGS),
                row.getString("phase"),
                row.getObject("run_id", Long.class),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant());
    }
}

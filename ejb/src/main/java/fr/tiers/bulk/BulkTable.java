package fr.tiers.bulk;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.tiers.bulk.BulkJob.Phase;
import fr.tiers.exchange.ExchangeJson;
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
import java.util.Map;
import java.util.Optional;

/** The SQL of {@code bulk_action}. */
@ApplicationScoped
public class BulkTable {

    private static final TypeReference<Map<String, List<String>>> PARAMETERS = new TypeReference<>() {};

    private final Db db;
    private final Clock clock;

    protected BulkTable() {
        this(null, null);
    }

    @Inject
    public BulkTable(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A row of the table. */
    record Kept(
            long id,
            long version,
            String action,
            BulkParameters parameters,
            String selection,
            long rows,
            Phase phase,
            Long runId,
            String createdBy,
            Instant createdAt,
            Instant appliedAt) {}

    /** Keeps the wish and the tiers it is about, in one statement each; a tier that is not there keeps its place. */
    long insert(String action, BulkParameters parameters, String selection, List<Long> ids, String login) {
        return db.call(handle -> {
            long id = handle.createQuery(
                            """
                            insert into bulk_action (action, parameters, selection, row_count, phase, created_by, created_at)
                            values (:action, cast(:parameters as jsonb), :selection, :rows, 'PLAN', :by, :now) returning id
                            """)
                    .bind("action", action)
                    .bind("parameters", ExchangeJson.write(parameters.values()))
                    .bind("selection", selection)
                    .bind("rows", ids.size())
                    .bind("by", login)
                    .bind("now", clock.instant())
                    .mapTo(Long.class)
                    .one();
            handle.createUpdate(
                            """
                            insert into bulk_row (bulk_id, number, tier_id)
                            select :bulk, w.number, t.id from unnest(:ids) with ordinality as w (id, number)
                            left join tier t on t.id = w.id
                            """)
                    .bind("bulk", id)
                    .bindArray("ids", Long.class, ids)
                    .execute();
            return id;
        });
    }

    Optional<Kept> find(long id) {
        return db.call(handle -> handle.createQuery("select * from bulk_action where id = :id")
                .bind("id", id)
                .map((row, context) -> kept(row))
                .findOne());
    }

    /** @param login whose; null for everybody's */
    Slice<Kept> page(String login, long before, int limit) {
        var whose = login == null ? "true" : "created_by = :login";
        return db.call(handle -> {
            var query = handle.createQuery("select * from bulk_action where " + whose
                            + " and id < :before order by id desc limit :limit")
                    .bind("before", before)
                    .bind("limit", limit + 1);
            var count = handle.createQuery("select count(*) from bulk_action where " + whose);
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

    /** @throws BusinessException STALE when somebody else has gone on with it since */
    void started(long id, long version, Phase phase, long runId) {
        int changed = db.call(handle -> handle.createUpdate(
                        """
                        update bulk_action set version = version + 1, phase = :phase, run_id = :run,
                               applied_at = case when :phase = 'RUN' then coalesce(applied_at, :now) else applied_at end
                        where id = :id and version = :version
                        """)
                .bind("id", id)
                .bind("version", version)
                .bind("phase", phase)
                .bind("run", runId)
                .bind("now", clock.instant())
                .execute());
        if (changed == 0) {
            throw BusinessException.stale("bulk-action", id);
        }
    }

    /** Reports of actions that are over since then; nobody takes those back any more. */
    int deleteOlderThan(Instant moment) {
        return db.call(handle -> handle.createUpdate(
                        """
                        delete from bulk_action b where created_at < :moment and not exists (
                            select 1 from job_run r where r.id = b.run_id and r.status in ('STARTING', 'RUNNING'))
                        """)
                .bind("moment", moment)
                .execute());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var applied = row.getTimestamp("applied_at");
        return new Kept(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("action"),
                new BulkParameters(ExchangeJson.read(row.getString("parameters"), PARAMETERS)),
                row.getString("selection"),
                row.getLong("row_count"),
                Phase.valueOf(row.getString("phase")),
                row.getObject("run_id", Long.class),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                applied == null ? null : applied.toInstant());
    }
}

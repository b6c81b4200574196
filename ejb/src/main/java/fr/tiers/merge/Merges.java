package fr.tiers.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The ledger of merges, to be read by those who see the survivor. */
@Stateless
@PermitAll
public class Merges {

    /** How long the before-images are kept. */
    public static final Duration UNDOABLE = Duration.ofDays(30);

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SELECT =
            """
            select r.*, array(select s.id from merge_source s where s.run_id = r.id order by s.id) as source_ids,
                   array(select s.label from merge_source s where s.run_id = r.id order by s.id) as source_labels,
                   exists (select 1 from merge_row j where j.run_id = r.id) as journalled
            from merge_run r
            """;

    @Inject
    Db db;

    @Inject
    @Any
    Instance<MergeKind> kinds;

    @Inject
    Clock clock;

    /** @throws BusinessException NOT_FOUND when there is none, or its survivor is not the caller's to see */
    public MergeRun get(long id) {
        return db.call(handle -> handle.createQuery(SELECT + " where r.id = :id")
                        .bind("id", id)
                        .map((row, context) -> run(row))
                        .findOne())
                .filter(run -> kind(run).sees(run.survivorId()))
                .orElseThrow(() -> BusinessException.notFound("merge", id));
    }

    /** What the run has merged. */
    public MergeKind kind(MergeRun run) {
        return kind(run.kind());
    }

    private MergeKind kind(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing of the kind is merged: " + name));
    }

    /**
     * @return those whose survivor the tier is, newest first
     * @throws BusinessException NOT_FOUND when the tier is not the caller's to see
     */
    public List<MergeRun> ofTier(long tierId) {
        return of("TIER", tierId);
    }

    /**
     * @return those whose survivor the person is, newest first
     * @throws BusinessException NOT_FOUND for somebody who works at no tier of the caller
     */
    public List<MergeRun> ofContact(long contactId) {
        return of("CONTACT", contactId);
    }

    private List<MergeRun> of(String kindName, long survivor) {
        var kind = kind(kindName);
        if (!kind.sees(survivor)) {
            throw BusinessException.notFound(kind.table(), survivor);
        }
        return db.call(handle -> handle.createQuery(
                        SELECT + " where r.kind = :kind and r.survivor_id = :survivor order by r.id desc limit 200")
                .bind("kind", kindName)
                .bind("survivor", survivor)
                .map((row, context) -> run(row))
                .list());
    }

    private MergeRun run(ResultSet row) throws SQLException {
        var at = row.getTimestamp("at").toInstant();
        var undone = row.getTimestamp("undone_at");
        var until = at.plus(UNDOABLE);
        boolean undoable = undone == null && row.getBoolean("journalled") && until.isAfter(clock.instant());
        var ids = (Long[]) row.getArray("source_ids").getArray();
        var labels = (String[]) row.getArray("source_labels").getArray();
        return new MergeRun(
                row.getLong("id"),
                row.getString("kind"),
                row.getLong("survivor_id"),
                row.getString("survivor_label"),
                IntStream.range(0, ids.length)
                        .mapToObj(i -> new MergeRun.Source(ids[i], labels[i]))
                        .toList(),
                row.getString("author"),
                at,
                row.getString("reason"),
                counts(row.getString("moved")),
                counts(row.getString("deduplicated")),
                undone == null ? null : undone.toInstant(),
                row.getString("undone_by"),
                undoable ? until : null);
    }

    private static Map<String, Long> counts(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, Long>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts of a merge that are no JSON", e);
        }
    }
}

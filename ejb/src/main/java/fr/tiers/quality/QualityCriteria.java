package fr.tiers.quality;

import fr.tiers.job.Jobs;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** What the quality index is made of: administered data, with a forecast before anything is saved. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class QualityCriteria {

    public static final String JOB = "quality";

    /** Larger bases are sampled for the forecast: it must answer while somebody waits. */
    static final int SAMPLE = 20_000;

    private static final Set<String> CODES =
            Arrays.stream(Criterion.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final int MAX_ROWS = 300;

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    Jobs jobs;

    @PermitAll
    public QualityScheme scheme() {
        return db.call(handle -> new QualityScheme(
                handle.createQuery("select version from quality_scheme")
                        .mapTo(Long.class)
                        .one(),
                handle
                        .createQuery("select code, type_code, weight, active from quality_criterion")
                        .map((row, context) -> new CriterionRow(
                                row.getString("code"),
                                row.getString("type_code"),
                                row.getInt("weight"),
                                row.getBoolean("active")))
                        .stream()
                        .sorted((one, other) -> {
                            int byCode =
                                    Criterion.valueOf(one.criterion()).compareTo(Criterion.valueOf(other.criterion()));
                            return byCode != 0 ? byCode : text(one.type()).compareTo(text(other.type()));
                        })
                        .toList()));
    }

    /** The distribution on the present base, as it is and as it would be. */
    public QualityForecast forecast(List<CriterionRow> wished) {
        check(wished);
        return db.call(handle -> {
            long estimate = handle.createQuery(
                            "select greatest(reltuples, 0)::bigint from pg_class where oid = 'tier'::regclass")
                    .mapTo(Long.class)
                    .one();
            boolean sampled = estimate > SAMPLE;
            var share = sampled ? 100.0 * SAMPLE / estimate : 100.0;
            var tiers = sampled
                    ? "(select * from tier tablesample bernoulli(%s) repeatable (42)) t".formatted(share)
                    : "tier t";
            record Spread(int score, long before, long after, double sumBefore, double sumAfter) {}
            var rows = QualityStore.at(
                            clock,
                            handle.createQuery(
                                    """
                                    with now_set as (%s), wished as (%s),
                                    tens as (select s.score * 10.0 / greatest(s.max, 1) as before, w.score * 10.0 / greatest(w.max, 1) as after
                                             from now_set s join wished w on w.id = s.id)
                                    select n as score, count(*) filter (where round(before) = n) as before,
                                           count(*) filter (where round(after) = n) as after,
                                           coalesce(sum(before) filter (where round(before) = n), 0) as sum_before,
                                           coalesce(sum(after) filter (where round(after) = n), 0) as sum_after
                                    from generate_series(0, 10) n left join tens on round(before) = n or round(after) = n
                                    group by n order by n
                                    """
                                            .formatted(
                                                    QualitySql.scores(tiers, QualitySql.AS_SET),
                                                    QualitySql.scores(tiers, QualitySql.AS_WISHED))))
                    .bind("criteria", json(wished))
                    .map((row, context) -> new Spread(
                            row.getInt("score"),
                            row.getLong("before"),
                            row.getLong("after"),
                            row.getDouble("sum_before"),
                            row.getDouble("sum_after")))
                    .list();
            long total = rows.stream().mapToLong(Spread::before).sum();
            double all = Math.max(1, total);
            return new QualityForecast(
                    total,
                    sampled,
                    rows.stream()
                            .map(row -> new QualityForecast.Bucket(row.score(), row.before(), row.after()))
                            .toList(),
                    rows.stream().mapToDouble(Spread::sumBefore).sum() / all,
                    rows.stream().mapToDouble(Spread::sumAfter).sum() / all);
        });
    }

    /**
     * Replaces the criteria and starts the job that counts every tier anew.
     *
     * @throws BusinessException INVALID; STALE; CONFLICT {@code job-already-running}
     */
    public QualityScheme change(long version, List<CriterionRow> criteria) {
        check(criteria);
        db.run(handle -> {
            int updated = handle.createUpdate(
                            "update quality_scheme set version = version + 1 where version = :version")
                    .bind("version", version)
                    .execute();
            if (updated == 0) {
                throw BusinessException.stale("quality-scheme", "only");
            }
            handle.execute("delete from quality_criterion");
            handle.createUpdate(
                            """
                            insert into quality_criterion (code, type_code, weight, active)
                            select w.code, w.type_code, w.weight, w.active from %s
                            """
                                    .formatted(QualitySql.AS_WISHED))
                    .bind("criteria", json(criteria))
                    .execute();
        });
        jobs.start(JOB, Map.of("trigger", "criteria"));
        return scheme();
    }

    private void check(List<CriterionRow> criteria) {
        if (criteria == null || criteria.size() > MAX_ROWS || criteria.stream().anyMatch(Objects::isNull)) {
            throw BusinessException.invalid("criteria", criteria == null ? "required" : "out-of-range", 1, MAX_ROWS);
        }
        var types = db.call(handle -> handle.createQuery("select code from tier_type")
                .mapTo(String.class)
                .set());
        var seen = new HashSet<String>();
        var checks = new Checks();
        for (var row : criteria) {
            checks.required("criteria.criterion", row.criterion())
                    .oneOf("criteria.criterion", row.criterion(), CODES)
                    .oneOf("criteria.type", row.type(), types)
                    .holds(row.weight() >= 1 && row.weight() <= 100, "criteria.weight", "out-of-range", 1, 100)
                    .holds(seen.add(row.criterion() + ' ' + row.type()), "criteria", "twice");
        }
        checks.refuse();
    }

    /** Every value has passed {@link #check}: codes of closed lists and numbers. */
    private static String json(List<CriterionRow> criteria) {
        return criteria.stream()
                .map(row -> "{\"code\":\"%s\",\"type_code\":%s,\"weight\":%d,\"active\":%s}"
                        .formatted(
                                row.criterion(),
                                row.type() == null ? "null" : '"' + row.type() + '"',
                                row.weight(),
                                row.active()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String text(String type) {
        return type == null ? "" : type;
    }
}

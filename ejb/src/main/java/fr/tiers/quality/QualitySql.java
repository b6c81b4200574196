package fr.tiers.quality;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The one place where points are counted: the score of a tier, that of all tiers and the forecast of other weights are the same SQL, so they
 * cannot differ.
 */
final class QualitySql {

    /** The criteria as they are set. */
    static final String AS_SET = "quality_criterion";

    /** Other criteria, as JSON in {@code :criteria}. */
    static final String AS_WISHED =
            "jsonb_to_recordset(cast(:criteria as jsonb)) as w(code text, type_code text, weight smallint, active boolean)";

    private QualitySql() {}

    /**
     * One row per tier and criterion that counts for it: id, code, weight, earned.
     *
     * @param tiers a from-item that gives rows of {@code tier} as {@code t}
     * @param criteria {@link #AS_SET} or {@link #AS_WISHED}
     */
    static String points(String tiers, String criteria) {
        return """
               select t.id, c.code, c.weight, (case c.code %3$s else false end) as earned
               from %1$s
               left join lateral (
                   select distinct on (q.code) q.* from (select code, type_code, weight, active from %2$s) q
                   where q.type_code is null
                      or exists (select 1 from tier_function f where f.tier_id = t.id and f.type_code = q.type_code)
                   order by q.code, (q.type_code is null), q.active desc, q.weight desc) c on c.active
               """
                .formatted(tiers, criteria, cases());
    }

    /** One row per tier: id, score, max. */
    static String scores(String tiers, String criteria) {
        return """
               select p.id, coalesce(sum(p.weight) filter (where p.earned), 0)::smallint as score,
                      coalesce(sum(p.weight), 0)::smallint as max
               from (%s) p group by p.id
               """
                .formatted(points(tiers, criteria));
    }

    /** Puts the scores of the tiers {@code :ids} right, with a line of history where one changed; returns nothing. */
    static String recompute() {
        return """
               with computed as (%s),
               changed as (
                   update tier u set quality = c.score, quality_max = c.max from computed c
                   where u.id = c.id and (u.quality <> c.score or u.quality_max <> c.max)
                   returning u.id, u.quality, u.quality_max)
               insert into quality_score (tier_id, day, score, max) select id, :today, quality, quality_max from changed
               on conflict (tier_id, day) do update set score = excluded.score, max = excluded.max
               """
                .formatted(scores("(select * from tier where id = any(:ids)) t", AS_SET));
    }

    private static String cases() {
        return Arrays.stream(Criterion.values())
                .map(criterion -> "when '" + criterion.name() + "' then (" + criterion.condition() + ")")
                .collect(Collectors.joining("\n"));
    }
}

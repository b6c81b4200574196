package fr.tiers.subscription;

import java.time.LocalDate;
import org.jdbi.v3.core.statement.SqlStatement;

/** Who follows what, as SQL: the one place that says it, for the record, the list, and what is delivered. */
final class Following {

    /** One row per reason, as {@code f}; conditions on its columns reach the indexes of each part. */
    static final String RELATIONS =
            """
            (select s.tier_id, s.user_id, 'CHOSEN' as reason, null::date as from_date, null::date as to_date, s.since
             from subscription s where s.state = 'FOLLOWED'
             union all select o.id, o.owner_id, 'OWNER', null, null, '-infinity' from tier o
             union all select r.tier_id, r.user_id, 'REPRESENTATIVE', r.from_date, r.to_date, '-infinity' from tier_representative r
             union all select c.tier_id, c.user_id, 'COLLABORATOR', null, null, '-infinity' from tier_collaborator c) f""";

    /** Whether a row of {@link #RELATIONS} counts: chosen, or in force and not left. */
    static final String COUNTS =
            """
            (f.reason = 'CHOSEN'
             or :automatic and cast(:today as date) between coalesce(f.from_date, '-infinity') and coalesce(f.to_date, 'infinity')
                and not exists (select 1 from subscription l
                                where l.user_id = f.user_id and l.tier_id = f.tier_id and l.state = 'LEFT'))""";

    /** Instead of the parameter, where the wish of {@code :viewer} was not read before. */
    static final String AUTOMATIC_OF_VIEWER =
            "coalesce((select w.automatic from subscription_setting w where w.user_id = :viewer), true)";

    private Following() {}

    static <S extends SqlStatement<S>> S bind(S statement, boolean automatic, LocalDate today) {
        return statement.bind("automatic", automatic).bind("today", today);
    }
}

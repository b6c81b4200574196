package fr.tiers.subscription;

import fr.tiers.happening.Happening;
import fr.tiers.happening.HappeningCode;
import fr.tiers.happening.ToldByMail;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Keeps what has happened until it is told: one row in the transaction of its cause, however many follow the tier. Who they are is asked
 * when it is told, by {@link Teller}.
 */
@ApplicationScoped
public class HappeningQueue {

    private final Db db;
    private final Clock clock;

    protected HappeningQueue() {
        this(null, null);
    }

    @Inject
    public HappeningQueue(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void happened(@Observes Happening happening) {
        if (happening.code() == HappeningCode.MAIL_SENT) {
            forgetEventOf(happening);
        }
        var now = clock.instant();
        // A conversion changes types and code: one thing has happened, and it has a name of its own.
        db.write(
                """
                        insert into happening (tier_id, code, arguments, fields, thing_id, author, at)
                        select :tier, :code, :arguments, :fields, cast(:thing as bigint), :author, cast(:now as timestamptz)
                        where :code <> 'TIER_MODIFIED' or not cast(:fields as text[]) <@ array['types', 'code']
                           or not exists (select 1 from happening h where h.tier_id = :tier and h.code like 'CONVERTED%'
                                          and h.transaction = pg_current_xact_id())
                        """,
                batch -> batch.bind("tier", happening.tierId())
                        .bind("code", happening.code().name())
                        .bindArray("arguments", String.class, happening.arguments())
                        .bindArray("fields", String.class, happening.fields())
                        .bind("thing", happening.thingId())
                        .bind("author", happening.author().login())
                        .bind("now", now)
                        .add());
    }

    /** The mail is noted as an event: one thing has happened, and it has a name of its own. */
    private void forgetEventOf(Happening mail) {
        db.run(handle -> handle.createUpdate(
                        """
                        delete from happening where tier_id = :tier and code = 'EVENT_ADDED' and thing_id = :event
                        and transaction = pg_current_xact_id()
                        """)
                .bind("tier", mail.tierId())
                .bind("event", mail.thingId())
                .execute());
    }

    void mailed(@Observes ToldByMail told) {
        db.run(handle -> handle.createUpdate(
                        """
                        insert into happening_mailed as m (tier_id, user_id, codes, at) values (:tier, :user, :codes, :now)
                        on conflict on constraint happening_mailed_pk do update set codes = m.codes || excluded.codes
                        """)
                .bind("tier", told.tierId())
                .bind("user", told.userId())
                .bindArray(
                        "codes",
                        String.class,
                        told.codes().stream().map(HappeningCode::name).toList())
                .bind("now", clock.instant())
                .execute());
    }
}

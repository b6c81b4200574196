package fr.tiers.sample;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/** What experience has taught about the contacts: which addresses work, and who receives the invoices. */
final class ContactHabits {

    private static final int VALID = 45;
    private static final int INVALID = 4;
    private static final int RECENT = 300;

    private final Handle handle;
    private final LocalDate today;

    ContactHabits(Handle handle, LocalDate today) {
        this.handle = handle;
        this.today = today;
    }

    void write() {
        var states = handle.prepareBatch("update contact_link set email_state = ?, email_state_at = ? where id = ?");
        for (long link : handle.createQuery("select id from contact_link where email is not null order by id")
                .mapTo(Long.class)
                .list()) {
            var draw = Draw.of("contact-habits", link);
            int luck = draw.below(100);
            if (luck < VALID + INVALID) {
                var since =
                        today.minusDays(draw.between(1, RECENT)).atTime(9, 0).toInstant(ZoneOffset.UTC);
                states.add(luck < VALID ? "VALID" : "INVALID", Timestamp.from(since), link);
            }
        }
        if (states.size() > 0) {
            states.execute();
        }
        handle.execute(
                """
                insert into contact_default (tier_id, usage, version, link_id)
                select distinct on (tier_id) tier_id, 'BILLING', 1, id from contact_link
                where job_family = 'ACCOUNTING' and active and to_date is null order by tier_id, id
                """);
    }
}

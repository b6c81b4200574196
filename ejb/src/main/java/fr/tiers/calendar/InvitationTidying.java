package fr.tiers.calendar;

import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Forgets the addresses of invitations whose events went away with their tier. Only the timer calls it. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InvitationTidying {

    @Inject
    Db db;

    public void forgetGone() {
        db.run(
                handle -> handle.execute(
                        """
                        delete from calendar_thread h where h.due_at is null and not exists (select 1 from event e where e.uid = h.uid)
                          and not exists (select 1 from event_series s where s.uid = h.uid)
                        """));
        db.run(
                handle -> handle.execute(
                        """
                        delete from calendar_invitation i where not exists (select 1 from event e where e.uid = i.event_uid)
                          and not exists (select 1 from calendar_thread h where h.uid = i.event_uid)
                        """));
    }
}

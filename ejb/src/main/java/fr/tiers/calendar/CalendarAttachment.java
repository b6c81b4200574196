package fr.tiers.calendar;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TraceAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Invitations know the addresses of those who were invited: they are forgotten with the tier's people. The rest goes with the events. */
@ApplicationScoped
public class CalendarAttachment extends TraceAttachment {

    private final Db db;

    protected CalendarAttachment() {
        this(null);
    }

    @Inject
    public CalendarAttachment(Db db) {
        this.db = db;
    }

    @Override
    public String feature() {
        return "calendar";
    }

    /** Those of events that are gone already are found by the timer. */
    @Override
    public void delete(long tierId) {
        anonymise(tierId);
    }

    @Override
    public void reattach(long fromTierId, long toTierId) {
        // they hang on events, which are moved
    }

    @Override
    public void anonymise(long tierId) {
        db.run(handle -> handle.execute(
                """
                delete from calendar_invitation i where i.login is null and i.event_uid in (
                    select e.uid from event e where e.tier_id = ?
                    union select s.uid from event_series s join event e on e.series_id = s.id where e.tier_id = ?)
                """,
                tierId,
                tierId));
        db.run(handle ->
                handle.execute("update calendar_thread set body = null, place = null where tier_id = ?", tierId));
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        // the participants of its events are told by the events
    }
}

package fr.tiers.event;

import fr.tiers.contact.PersonAttachment;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** What a merge means for the events about two people who are one, and for those they take part in. */
@ApplicationScoped
public class EventsOfPeople implements PersonAttachment {

    private final Db db;

    protected EventsOfPeople() {
        this(null);
    }

    @Inject
    public EventsOfPeople(Db db) {
        this.db = db;
    }

    @Override
    public String feature() {
        return "event";
    }

    @Override
    public Set<String> tables() {
        return Set.of("event", "event_participant");
    }

    /** Whoever was invited twice takes part once; an answer that was given counts. */
    @Override
    public void reattach(long from, long to) {
        db.run(handle -> {
            handle.execute("update event set version = version + 1, contact_id = ? where contact_id = ?", to, from);
            handle.execute(
                    """
                    update event_participant t set answer = f.answer from event_participant f
                    where t.contact_id = ? and f.contact_id = ? and f.event_id = t.event_id and t.answer = 'NEEDS_ACTION'
                      and f.answer <> 'NEEDS_ACTION'
                    """,
                    to,
                    from);
            handle.execute(
                    """
                    delete from event_participant f using event_participant t
                    where f.contact_id = ? and t.contact_id = ? and t.event_id = f.event_id
                    """,
                    from,
                    to);
            handle.execute("update event_participant set contact_id = ? where contact_id = ?", to, from);
        });
    }
}

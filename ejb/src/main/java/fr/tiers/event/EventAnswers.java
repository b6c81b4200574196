package fr.tiers.event;

import fr.tiers.event.Participant.Answer;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Records;
import fr.tiers.tier.TierTouched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What participants answer to an invitation. Who may answer is for the caller to know: a guest needs no account. */
@ApplicationScoped
public class EventAnswers {

    private final Db db;
    private final EventRows rows;
    private final History history;
    private final Authors authors;
    private final Event<TierTouched> touched;
    private final Event<EventChanged> changed;

    protected EventAnswers() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public EventAnswers(
            Db db,
            EventRows rows,
            History history,
            Authors authors,
            Event<TierTouched> touched,
            Event<EventChanged> changed) {
        this.db = db;
        this.rows = rows;
        this.history = history;
        this.authors = authors;
        this.touched = touched;
        this.changed = changed;
    }

    /** Whoever asks: an invitation names the event by its name in calendars. */
    public Optional<EventView> byUid(UUID uid) {
        return rows.select("where e.uid = :uid", query -> query.bind("uid", uid)).stream()
                .findFirst();
    }

    /** @param who one of the participants of the event as it was read */
    public void answer(EventView event, Participant who, Answer answer) {
        int written = db.call(handle -> handle.createUpdate(
                        """
                        update event_participant set answer = :answer
                        where event_id = :event and answer <> :answer
                          and (contact_id = :contact or lower(email) = lower(:email)
                               or user_id = (select u.id from app_user u where u.login = :login))
                        """)
                .bind("answer", answer.name())
                .bind("event", event.id())
                .bind("contact", who.contactId())
                .bind("email", who.email())
                .bind("login", who.user())
                .execute());
        if (written == 0) {
            return;
        }
        if (event.tierId() != null) {
            var name = who.name() == null ? who.email() : who.name();
            history.updated(
                    authors.current(),
                    "event",
                    event.id(),
                    event.tierId(),
                    Map.of("answer", name + " : " + who.answer()),
                    Map.of("answer", name + " : " + answer));
            touched.fire(new TierTouched(event.tierId()));
        }
        changed.fire(new EventChanged(event, answered(event, who, answer)));
    }

    private static EventView answered(EventView event, Participant who, Answer answer) {
        List<Participant> people = event.meeting().participants().stream()
                .map(each -> each.isSame(who) ? Records.with(each, "answer", answer) : each)
                .toList();
        return Records.with(event, "meeting", Records.with(event.meeting(), "participants", people));
    }
}

package fr.tiers.calendar;

import fr.tiers.event.EventView;
import fr.tiers.event.Participant;
import fr.tiers.kernel.Db;
import fr.tiers.mail.MailAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who of a meeting is written to, under which address and in which language, and in whose name. */
@ApplicationScoped
public class GuestList {

    private final Db db;
    private final Clock clock;

    protected GuestList() {
        this(null, null);
    }

    @Inject
    public GuestList(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * @param email null when there is none that could be written to
     * @param colleague whether it is one of us
     */
    record Addressee(Participant participant, String name, String email, String language, boolean colleague) {}

    /** In whose name is written. */
    record Organiser(String login, String name, String email, String language, Long companyId) {}

    /** In the order of the participants; the organiser is none of them. */
    List<Addressee> of(EventView event) {
        if (event.meeting() == null) {
            return List.of();
        }
        var people = event.meeting().participants();
        var users = users(people);
        var contacts = contacts(people, event.tierId());
        var organiser = organiserLogin(event);
        return people.stream()
                .filter(each -> !Objects.equals(each.user(), organiser))
                .map(each -> addressee(each, users, contacts))
                .toList();
    }

    /** One for each address: who is named twice is written to once. */
    Map<String, Addressee> byAddress(EventView event) {
        var found = new LinkedHashMap<String, Addressee>();
        of(event).stream()
                .filter(each -> each.email() != null)
                .forEach(each -> found.putIfAbsent(each.email().toLowerCase(Locale.ROOT), each));
        return found;
    }

    private static Addressee addressee(
            Participant participant, Map<String, Addressee> users, Map<Long, Addressee> contacts) {
        var known = participant.user() != null
                ? users.get(participant.user())
                : participant.contactId() != null ? contacts.get(participant.contactId()) : null;
        if (known != null) {
            return new Addressee(participant, known.name(), known.email(), known.language(), known.colleague());
        }
        var email = usable(participant.email());
        var name = participant.name() == null ? participant.email() : participant.name();
        return new Addressee(participant, name, email, "fr", false);
    }

    private static String usable(String email) {
        return email != null && MailAddresses.isAddress(email) ? email : null;
    }

    private Map<String, Addressee> users(List<Participant> people) {
        var logins =
                people.stream().map(Participant::user).filter(Objects::nonNull).toList();
        if (logins.isEmpty()) {
            return Map.of();
        }
        return db.call(handle -> handle
                .createQuery("select login, display_name, email, language from app_user where login = any(:logins)")
                .bindArray("logins", String.class, logins)
                .map((row, context) -> Map.entry(
                        row.getString("login"),
                        new Addressee(
                                null,
                                row.getString("display_name"),
                                usable(row.getString("email")),
                                row.getString("language"),
                                true)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The address at the tier that the event is about, else a present one. */
    private Map<Long, Addressee> contacts(List<Participant> people, Long tierId) {
        var ids = people.stream()
                .map(Participant::contactId)
                .filter(Objects::nonNull)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        return db.call(handle -> handle
                .createQuery(
                        """
                        select c.id, concat_ws(' ', c.first_name, c.last_name) as name, c.language,
                               (select l.email from contact_link l
                                where l.contact_id = c.id and l.email is not null and l.email_state <> 'INVALID'
                                  and (l.to_date is null or l.to_date >= :today)
                                order by coalesce(l.tier_id = :tier, false) desc, l.main desc, l.id limit 1) as email
                        from contact c where c.id = any(:ids)
                        """)
                .bindArray("ids", Long.class, ids)
                .bind("tier", tierId)
                .bind("today", LocalDate.now(clock))
                .map((row, context) -> Map.entry(
                        row.getLong("id"),
                        new Addressee(
                                null,
                                row.getString("name"),
                                usable(row.getString("email")),
                                row.getString("language"),
                                false)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    static String organiserLogin(EventView event) {
        return event.assignee() == null ? event.author() : event.assignee();
    }

    /** Whose agenda it is in, else whoever has written it; empty for what the system has written. */
    Optional<Organiser> organiser(EventView event) {
        return organiser(organiserLogin(event));
    }

    Optional<Organiser> organiser(String login) {
        return db.call(handle -> handle.createQuery(
                        "select login, display_name, email, language, company_id from app_user where login = :login")
                .bind("login", login)
                .map((row, context) -> new Organiser(
                        row.getString("login"),
                        row.getString("display_name"),
                        usable(row.getString("email")),
                        row.getString("language"),
                        row.getObject("company_id", Long.class)))
                .findOne());
    }
}

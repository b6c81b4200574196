package fr.tiers.calendar;

import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a calendar program gets for a secret address: the agenda of its user from three months ago to in a year and a half. What was
 * imported from elsewhere is left out; it would come back doubled.
 */
@Stateless
@PermitAll
public class FeedReader {

    private static final int MONTHS_BACK = 3;
    private static final int MONTHS_AHEAD = 18;
    private static final int MOST = 5_000;
    private static final Duration NOTED = Duration.ofMinutes(10);

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "tiers.url", defaultValue = "http://localhost:8080/tiers")
    String url;

    /** @param tag of the content: the same calendar has the same one */
    public record Feed(String content, String tag, Instant changedAt) {}

    private record Owner(long id, String name, String language, boolean privateDetails, Instant since) {}

    private record Dated(CalendarText.Entry entry, Instant changedAt) {}

    /** @return empty for a secret that is not, or no longer, anybody's */
    public Optional<Feed> read(String token) {
        if (token == null || token.length() > 100) {
            return Optional.empty();
        }
        return owner(Secrets.hash(token)).map(this::feed);
    }

    private Optional<Owner> owner(String hash) {
        var found = db.call(handle -> handle.createQuery(
                        """
                        select u.id, u.display_name, u.language, f.private_details, f.created_at
                        from calendar_feed f join app_user u on u.id = f.user_id and u.active where f.token_hash = :hash
                        """)
                .bind("hash", hash)
                .map((row, context) -> new Owner(
                        row.getLong("id"),
                        row.getString("display_name"),
                        row.getString("language"),
                        row.getBoolean("private_details"),
                        row.getTimestamp("created_at").toInstant()))
                .findOne());
        found.ifPresent(owner -> db.run(handle -> handle.createUpdate(
                        "update calendar_feed set read_at = :now where user_id = :user and (read_at is null or read_at < :noted)")
                .bind("now", clock.instant())
                .bind("noted", clock.instant().minus(NOTED))
                .bind("user", owner.id())
                .execute()));
        return found;
    }

    private Feed feed(Owner owner) {
        var dated = entries(owner);
        var content = CalendarText.feed(
                "Tiers – " + owner.name(), dated.stream().map(Dated::entry).toList());
        var changedAt =
                dated.stream().map(Dated::changedAt).max(Instant::compareTo).orElse(owner.since());
        return new Feed(
                content,
                Secrets.hash(content).substring(0, 32),
                changedAt.isBefore(owner.since()) ? owner.since() : changedAt);
    }

    private List<Dated> entries(Owner owner) {
        var today = LocalDate.now(clock);
        return db.call(handle -> handle.createQuery(
                        """
                        select e.id, e.uid, e.sequence, e.kind, e.subject, e.body, e.starts_at, e.ends_at, e.all_day, e.place, e.online_link,
                               e.private, e.due_on, coalesce(e.updated_at, e.created_at) as changed_at
                        from event e
                        where e.starts_at >= :from and e.starts_at < :to and e.kind in ('CALL', 'MEETING', 'TASK') and e.state <> 'CANCELLED'
                          and (e.assignee_id = :user or exists (select 1 from event_participant q
                               where q.event_id = e.id and q.user_id = :user and q.answer <> 'DECLINED'))
                          and not exists (select 1 from calendar_import_entry i where i.event_id = e.id)
                        order by e.starts_at, e.id limit :most
                        """)
                .bind("user", owner.id())
                .bind(
                        "from",
                        today.minusMonths(MONTHS_BACK)
                                .atStartOfDay(ClockProducer.ZONE)
                                .toInstant())
                .bind(
                        "to",
                        today.plusMonths(MONTHS_AHEAD)
                                .atStartOfDay(ClockProducer.ZONE)
                                .toInstant())
                .bind("most", MOST)
                .map((row, context) -> entry(row, owner))
                .list());
    }

    private Dated entry(ResultSet row, Owner owner) throws SQLException {
        var start = row.getTimestamp("starts_at").toInstant();
        var ends = row.getTimestamp("ends_at");
        var changedAt = row.getTimestamp("changed_at").toInstant();
        boolean isPrivate = row.getBoolean("private");
        boolean told = !isPrivate || owner.privateDetails();
        var link = EventLinks.of(url, row.getLong("id"));
        var online = row.getString("online_link");
        var body = row.getString("body");
        boolean dueThatDay = row.getObject("due_on", LocalDate.class) != null
                && start.atZone(ClockProducer.ZONE).toLocalTime().equals(LocalTime.MIDNIGHT);
        return new Dated(
                new CalendarText.Entry(
                        row.getString("uid"),
                        row.getInt("sequence"),
                        changedAt,
                        start,
                        ends == null ? null : ends.toInstant(),
                        row.getBoolean("all_day") || dueThatDay,
                        told ? row.getString("subject") : busy(owner.language()),
                        told ? (body == null ? link : body + "\n\n" + link) : null,
                        told ? row.getString("place") : null,
                        told ? (online == null ? link : online) : null,
                        isPrivate,
                        false,
                        null,
                        List.of()),
                changedAt);
    }

    private static String busy(String language) {
        return "en".equals(language) ? "Busy" : "Occupé";
    }
}

package fr.tiers.calendar;

import fr.tiers.event.EventView;
import fr.tiers.event.Participant.Answer;
import fr.tiers.event.SeriesReader;
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
import java.util.ArrayList;
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
    private static final int MOST_SERIES = 200;
    private static final Duration NOTED = Duration.ofMinutes(10);

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    SeriesReader series;

    @Inject
    CalendarThreads threads;

    @Inject
    @ConfigProperty(name = "tiers.url", defaultValue = "http://localhost:8080/tiers")
    String url;

    /** @param tag of the content: the same calendar has the same one */
    public record Feed(String content, String tag, Instant changedAt) {}

    private record Owner(long id, String login, String name, String language, boolean privateDetails, Instant since) {}

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
                        select u.id, u.login, u.display_name, u.language, f.private_details, f.created_at
                        from calendar_feed f join app_user u on u.id = f.user_id and u.active where f.token_hash = :hash
                        """)
                .bind("hash", hash)
                .map((row, context) -> new Owner(
                        row.getLong("id"),
                        row.getString("login"),
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
        var from =
                today.minusMonths(MONTHS_BACK).atStartOfDay(ClockProducer.ZONE).toInstant();
        var to = today.plusMonths(MONTHS_AHEAD).atStartOfDay(ClockProducer.ZONE).toInstant();
        var all = new ArrayList<>(single(owner, from, to));
        all.addAll(series(owner, from, to));
        return all;
    }

    private List<Dated> single(Owner owner, Instant from, Instant to) {
        return db.call(handle -> handle.createQuery(
                        """
                        select e.id, e.uid, e.sequence, e.kind, e.subject, e.body, e.starts_at, e.ends_at, e.all_day, e.place, e.online_link,
                               e.private, e.due_on, coalesce(e.updated_at, e.created_at) as changed_at
                        from event e
                        where e.starts_at >= :from and e.starts_at < :to and e.kind in ('CALL', 'MEETING', 'TASK') and e.state <> 'CANCELLED'
                          and (e.assignee_id = :user or exists (select 1 from event_participant q
                               where q.event_id = e.id and q.user_id = :user and q.answer <> 'DECLINED'))
                          and not exists (select 1 from calendar_import_entry i where i.event_id = e.id)
                          and (e.kind <> 'MEETING' or e.occurrence is null)
                        order by e.starts_at, e.id limit :most
                        """)
                .bind("user", owner.id())
                .bind("from", from)
                .bind("to", to)
                .bind("most", MOST)
                .map((row, context) -> entry(row, owner))
                .list());
    }

    private Dated entry(ResultSet row, Owner owner) throws SQLException {
        var start = row.getTimestamp("starts_at").toInstant();
        var ends = row.getTimestamp("ends_at");
        var changedAt = row.getTimestamp("changed_at").toInstant();
        boolean isPrivate = row.getBoolean("private");
        var online = row.getString("online_link");
        var body = row.getString("body");
        boolean dueThatDay = row.getObject("due_on", LocalDate.class) != null
                && start.atZone(ClockProducer.ZONE).toLocalTime().equals(LocalTime.MIDNIGHT);
        var piece = new Piece(
                start,
                ends == null ? null : ends.toInstant(),
                row.getBoolean("all_day") || dueThatDay,
                row.getString("subject"),
                body,
                row.getString("place"),
                online,
                isPrivate,
                null);
        return new Dated(
                entry(
                        row.getString("uid"),
                        row.getInt("sequence"),
                        changedAt,
                        shown(piece, row.getLong("id"), owner),
                        null),
                changedAt);
    }

    private static CalendarText.Entry entry(
            String uid, int sequence, Instant changedAt, Piece piece, CalendarText.Rhythm rhythm) {
        return new CalendarText.Entry(uid, sequence, changedAt, piece, false, null, List.of(), rhythm);
    }

    /** With a way to the event; of a private entry as little as its owner wants. */
    private Piece shown(Piece piece, long event, Owner owner) {
        var link = EventLinks.of(url, event);
        boolean told = !piece.isPrivate() || owner.privateDetails();
        return new Piece(
                piece.start(),
                piece.end(),
                piece.allDay(),
                told ? piece.subject() : busy(owner.language()),
                told ? (piece.body() == null ? link : piece.body() + "\n\n" + link) : null,
                told ? piece.place() : null,
                told ? (piece.onlineLink() == null ? link : piece.onlineLink()) : null,
                piece.isPrivate(),
                null);
    }

    /** A series of meetings under the name that invitations have, so that a calendar that gets both shows it once. */
    private List<Dated> series(Owner owner, Instant from, Instant to) {
        return db
                .call(handle -> handle.createQuery(
                                """
                                select distinct e.series_id from event e
                                where e.starts_at >= :from and e.starts_at < :to and e.kind = 'MEETING' and e.occurrence is not null
                                  and e.state <> 'CANCELLED'
                                  and (e.assignee_id = :user or exists (select 1 from event_participant q
                                       where q.event_id = e.id and q.user_id = :user and q.answer <> 'DECLINED'))
                                order by e.series_id limit :most
                                """)
                        .bind("user", owner.id())
                        .bind("from", from)
                        .bind("to", to)
                        .bind("most", MOST_SERIES)
                        .mapTo(Long.class)
                        .list())
                .stream()
                .flatMap(id -> series.byId(id).stream())
                .flatMap(whole -> entries(whole, owner).stream())
                .toList();
    }

    private List<Dated> entries(SeriesReader.Whole whole, Owner owner) {
        var wanted = threads.of(whole).of(event -> concerns(event, owner));
        var changedAt = whole.days().values().stream()
                .flatMap(Optional::stream)
                .map(FeedReader::changedAt)
                .max(Instant::compareTo)
                .orElse(changedAt(whole.model()));
        int sequence = (int)
                Math.min(Integer.MAX_VALUE, whole.version() + whole.model().sequence());
        return GuestNews.parts(wanted).stream()
                .map(part -> {
                    var day = part.rhythm().occurrence();
                    long event = day == null
                            ? whole.model().id()
                            : wanted.own().get(day).id();
                    return new Dated(
                            entry(
                                    whole.uid().toString(),
                                    sequence,
                                    changedAt,
                                    shown(part.piece(), event, owner),
                                    part.rhythm()),
                            changedAt);
                })
                .toList();
    }

    private static Instant changedAt(EventView event) {
        return event.updatedAt() == null ? event.createdAt() : event.updatedAt();
    }

    private static boolean concerns(EventView event, Owner owner) {
        return owner.login().equals(event.assignee())
                || event.meeting().participants().stream()
                        .anyMatch(each -> owner.login().equals(each.user()) && each.answer() != Answer.DECLINED);
    }

    private static String busy(String language) {
        return "en".equals(language) ? "Busy" : "Occupé";
    }
}

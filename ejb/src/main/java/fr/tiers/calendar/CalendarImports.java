package fr.tiers.calendar;

import fr.tiers.access.Callers;
import fr.tiers.event.EventCommand;
import fr.tiers.event.EventState;
import fr.tiers.event.Events;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

/**
 * Brings calendars from elsewhere into the caller's agenda, as private entries that nobody else changes and that nobody is reminded of.
 * The same calendar can be brought again under its name: what is known is updated, what is new is added, what is gone and still ahead is
 * cancelled.
 */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
public class CalendarImports {

    private static final int MONTHS_BACK = 1;
    private static final int MONTHS_AHEAD = 12;
    private static final int SHOWN = 20;
    private static final int MOST_CALENDARS = 20;

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    Callers callers;

    @Inject
    Events events;

    /** A calendar that was brought. */
    public record Calendar(long id, String name, int entries, Instant importedAt) implements Serializable {}

    /**
     * What an import does, or would do.
     *
     * @param cancelled what the calendar no longer has
     * @param skipped what could not be understood
     * @param warnings {@code unknown-zone}: read as Paris time; {@code recurrence-too-fine}: several times a day
     * @param first the earliest entries
     */
    public record Outcome(
            int added,
            int updated,
            int unchanged,
            int cancelled,
            int skipped,
            Set<String> warnings,
            List<ImportedEntry> first)
            implements Serializable {}

    private record Known(long eventId, String fingerprint, Instant start, boolean open) {}

    /** What is to be done with which entries. */
    private record Steps(
            List<ImportedEntry> added, Map<ImportedEntry, Known> updated, int unchanged, List<Long> cancelled) {}

    public List<Calendar> mine() {
        return db.call(handle -> handle.createQuery(
                        """
                        select c.id, c.name, c.imported_at,
                               (select count(*) from calendar_import_entry e where e.import_id = c.id) as entries
                        from calendar_import c where c.user_id = :user order by lower(c.name), c.id
                        """)
                .bind("user", callers.current().userId())
                .map((row, context) -> new Calendar(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getInt("entries"),
                        row.getTimestamp("imported_at").toInstant()))
                .list());
    }

    /**
     * Changes nothing.
     *
     * @throws BusinessException INVALID; REFUSED {@code calendar-unreadable}, {@code calendar-too-many}; TOO_LARGE
     */
    public Outcome preview(String name, String content) {
        var read = read(name, content);
        var steps = steps(id(name.strip()), read.entries());
        return outcome(steps, read);
    }

    /** @throws BusinessException as {@link #preview} */
    public Outcome bring(String name, String content) {
        var read = read(name, content);
        var importId = open(name.strip());
        var steps = steps(Optional.of(importId), read.entries());
        var added = new ArrayList<Long>();
        for (var entry : steps.added()) {
            var event = events.create(null, command(entry));
            added.add(event.id());
            remember(importId, entry, event.id());
        }
        steps.updated().forEach((entry, known) -> {
            var event = events.get(known.eventId());
            events.update(event.id(), event.version(), command(entry));
            remember(importId, entry, event.id());
        });
        for (var id : steps.cancelled()) {
            events.changeState(id, events.get(id).version(), EventState.CANCELLED);
        }
        beQuiet(added);
        return outcome(steps, read);
    }

    private CalendarReader.Result read(String name, String content) {
        new Checks()
                .required("name", Checks.trim(name))
                .text("name", name, 100)
                .required("content", Checks.trim(content))
                .refuse();
        var today = LocalDate.now(clock);
        return CalendarReader.read(
                content,
                today.minusMonths(MONTHS_BACK).atStartOfDay(ClockProducer.ZONE).toInstant(),
                today.plusMonths(MONTHS_AHEAD).atStartOfDay(ClockProducer.ZONE).toInstant());
    }

    private Steps steps(Optional<Long> importId, List<ImportedEntry> entries) {
        var known = importId.map(this::known).orElse(Map.of());
        var left = new HashMap<>(known);
        var added = new ArrayList<ImportedEntry>();
        var updated = new HashMap<ImportedEntry, Known>();
        for (var entry : entries) {
            var before = left.remove(entry.uid());
            if (before == null) {
                added.add(entry);
            } else if (!before.open() || !before.fingerprint().equals(entry.fingerprint())) {
                updated.put(entry, before);
            }
        }
        var now = clock.instant();
        var cancelled = left.values().stream()
                .filter(each -> each.open() && each.start().isAfter(now))
                .map(Known::eventId)
                .toList();
        return new Steps(added, updated, entries.size() - added.size() - updated.size(), cancelled);
    }

    private static Outcome outcome(Steps steps, CalendarReader.Result read) {
        var sorted = CalendarReader.sorted(read.entries());
        return new Outcome(
                steps.added().size(),
                steps.updated().size(),
                steps.unchanged(),
                steps.cancelled().size(),
                read.skipped(),
                read.warnings(),
                List.copyOf(sorted.subList(0, Math.min(SHOWN, sorted.size()))));
    }

    private Optional<Long> id(String name) {
        return db.call(handle -> handle.createQuery(
                        "select id from calendar_import where user_id = :user and lower(name) = lower(:name)")
                .bind("user", callers.current().userId())
                .bind("name", name)
                .mapTo(Long.class)
                .findOne());
    }

    /** The row stays locked: the same calendar is not brought twice at the same time. */
    private long open(String name) {
        if (id(name).isEmpty() && mine().size() >= MOST_CALENDARS) {
            throw new BusinessException(Kind.REFUSED, "calendar-too-many-calendars", MOST_CALENDARS);
        }
        return db.call(handle -> handle.createQuery(
                        """
                        insert into calendar_import (user_id, name, imported_at) values (:user, :name, :now)
                        on conflict (user_id, lower(name)) do update set imported_at = excluded.imported_at returning id
                        """)
                .bind("user", callers.current().userId())
                .bind("name", name)
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
    }

    private Map<String, Known> known(long importId) {
        var found = new HashMap<String, Known>();
        db.run(handle -> handle.createQuery(
                        """
                        select i.uid, i.event_id, i.fingerprint, e.starts_at, e.state <> 'CANCELLED' as open
                        from calendar_import_entry i join event e on e.id = i.event_id where i.import_id = :import
                        """)
                .bind("import", importId)
                .map((row, context) -> Map.entry(
                        row.getString("uid"),
                        new Known(
                                row.getLong("event_id"),
                                row.getString("fingerprint"),
                                row.getTimestamp("starts_at").toInstant(),
                                row.getBoolean("open"))))
                .forEach(each -> found.put(each.getKey(), each.getValue())));
        return found;
    }

    private void remember(long importId, ImportedEntry entry, long eventId) {
        db.run(handle -> handle.createUpdate(
                        """
                        insert into calendar_import_entry (import_id, uid, event_id, fingerprint)
                        values (:import, :uid, :event, :fingerprint)
                        on conflict on constraint calendar_import_entry_pk do update set event_id = excluded.event_id,
                            fingerprint = excluded.fingerprint
                        """)
                .bind("import", importId)
                .bind("uid", entry.uid())
                .bind("event", eventId)
                .bind("fingerprint", entry.fingerprint())
                .execute());
    }

    /** The calendar they come from reminds of them. */
    private void beQuiet(List<Long> added) {
        db.run(handle -> {
            handle.createUpdate(
                            """
                            insert into reminder_choice (event_id, user_id, minutes) select e, :user, '{}' from unnest(:events) e
                            on conflict on constraint reminder_choice_pk do nothing
                            """)
                    .bind("user", callers.current().userId())
                    .bindArray("events", Long.class, added)
                    .execute();
            handle.createUpdate("delete from event_reminder where event_id = any(:events)")
                    .bindArray("events", Long.class, added)
                    .execute();
        });
    }

    private EventCommand command(ImportedEntry entry) {
        boolean ahead = entry.start().isAfter(clock.instant());
        return new EventCommand(
                "MEETING",
                entry.subject(),
                entry.body(),
                entry.start(),
                entry.end(),
                entry.allDay(),
                null,
                null,
                ahead ? EventState.PLANNED : EventState.DONE,
                callers.current().login(),
                null,
                true,
                true,
                null,
                new EventCommand.Meeting(entry.place(), entry.onlineLink(), null),
                null,
                null);
    }

    /**
     * Takes a calendar and all its entries away again.
     *
     * @throws BusinessException NOT_FOUND for a calendar that is not the caller's
     */
    public void forget(long id) {
        List<Long> mine = mine().stream().map(Calendar::id).toList();
        if (!mine.contains(id)) {
            throw BusinessException.notFound("calendar", id);
        }
        for (var known : known(id).values()) {
            events.delete(known.eventId(), events.get(known.eventId()).version());
        }
        db.run(handle -> handle.execute("delete from calendar_import where id = ?", id));
    }
}

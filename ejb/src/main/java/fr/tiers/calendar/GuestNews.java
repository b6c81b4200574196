package fr.tiers.calendar;

import fr.tiers.calendar.CalendarText.Rhythm;
import fr.tiers.calendar.InvitationMail.Message;
import fr.tiers.calendar.InvitationMail.Part;
import fr.tiers.event.EventState;
import fr.tiers.recurrence.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one guest has to be told, from what was told before and what is to be known now. A series is one invitation; what differs on one day
 * is told as that day, more than that as the whole series anew, which every calendar understands.
 *
 * @param messages in their order
 * @param after what has been told then
 * @param ends whether the guest is no longer invited
 */
record GuestNews(List<Message> messages, Told after, boolean ends) {

    /**
     * @param before empty for somebody who is not invited
     * @param over whether all that was told lies in the past
     */
    static GuestNews of(Told before, Wanted wanted, boolean over, Instant now) {
        return new Writing(before, wanted, now).news(over);
    }

    private record Writing(Told before, Wanted wanted, Instant now) {

        private CalendarThread thread() {
            return wanted.thread();
        }

        GuestNews news(boolean over) {
            var next = wanted.next(now);
            if (before.isEmpty()) {
                boolean invites = thread().writing() && next.isPresent();
                return invites ? told(whole(CalendarVocabulary.GUEST_ADDED, next.get())) : nothing();
            }
            if (wanted.isEmpty() || next.isEmpty() && isSeriesOver()) {
                return over ? nothing() : end();
            }
            if (next.isEmpty()) {
                return thread().isSeries() && thread().writing() && !isSame()
                        ? told(whole(CalendarVocabulary.MEETING_MOVED, last()))
                        : nothing();
            }
            return thread().writing() ? changed(next.get()) : daysOff();
        }

        /** The rest of a series that goes on as another one is told as that one: this one only ends. */
        private boolean isSeriesOver() {
            return thread().isSeries() && !thread().series().continued() && !isSame();
        }

        private boolean isSame() {
            return before.whole().equals(wanted.told().whole())
                    && before.changed(wanted, now).isEmpty();
        }

        private Piece last() {
            var times = CalendarRhythm.times(thread().series())
                    .takeWhile(time -> time.isBefore(now))
                    .toList();
            return thread().master().at(times.isEmpty() ? thread().series().first() : times.get(times.size() - 1));
        }

        private GuestNews nothing() {
            return new GuestNews(List.of(), before, false);
        }

        private GuestNews told(List<Message> messages) {
            return new GuestNews(messages, wanted.told(), false);
        }

        private GuestNews end() {
            boolean stays = thread().model().state() != EventState.CANCELLED && wanted.isEmpty();
            var purpose = stays ? CalendarVocabulary.GUEST_REMOVED : CalendarVocabulary.MEETING_CANCELLED;
            return new GuestNews(List.of(off(purpose)), new Told(Optional.empty(), new TreeMap<>()), true);
        }

        private Message off(String purpose) {
            return new Message(
                    purpose,
                    true,
                    wanted.thread().isSeries() ? ahead() : thread().master(),
                    rule(),
                    List.of(new Part(thread().master(), null)),
                    null);
        }

        private Piece ahead() {
            return CalendarRhythm.times(thread().series())
                    .filter(time -> !time.isBefore(now))
                    .findFirst()
                    .map(time -> thread().master().at(time))
                    .orElseGet(this::last);
        }

        private Rule rule() {
            return thread().isSeries() ? thread().series().rule() : null;
        }

        private GuestNews changed(Piece next) {
            var is = wanted.told().whole();
            if (before.whole().isPresent() && is.isEmpty()) {
                var messages = new ArrayList<Message>();
                messages.add(off(CalendarVocabulary.GUEST_REMOVED));
                messages.addAll(whole(CalendarVocabulary.GUEST_ADDED, next));
                return told(messages);
            }
            if (before.whole().equals(is)) {
                return days(next);
            }
            return told(whole(purpose(before.whole(), is), next));
        }

        private String purpose(Optional<String> was, Optional<String> is) {
            if (was.isEmpty()) {
                return CalendarVocabulary.GUEST_ADDED;
            }
            boolean same = Told.when(was.get()).equals(Told.when(is.orElseThrow()))
                    && before.changed(wanted, now).isEmpty();
            return same ? CalendarVocabulary.MEETING_CHANGED : CalendarVocabulary.MEETING_MOVED;
        }

        private GuestNews days(Piece next) {
            var days = before.changed(wanted, now);
            if (wanted.always() && days.size() > 1) {
                return told(whole(CalendarVocabulary.MEETING_MOVED, next));
            }
            return days.isEmpty()
                    ? nothing()
                    : told(days.stream().map(this::day).toList());
        }

        /** Who is not written to any more is still told what does not take place. */
        private GuestNews daysOff() {
            var off = before.changed(wanted, now).stream()
                    .filter(time -> Told.OUT.equals(wanted.state(time)))
                    .toList();
            var days = new TreeMap<>(before.days());
            off.forEach(time -> days.put(time, Told.OUT));
            return new GuestNews(off.stream().map(this::day).toList(), new Told(before.whole(), days), false);
        }

        private Message day(Instant time) {
            var piece = wanted.day(time);
            var part = List.of(new Part(piece, new Rhythm(null, List.of(), time)));
            if (Told.OUT.equals(wanted.state(time))) {
                var purpose = wanted.out().getOrDefault(time, CalendarVocabulary.GUEST_REMOVED);
                return new Message(purpose, true, piece, null, part, time);
            }
            var regular = thread().master().at(time);
            var was = before.days()
                    .getOrDefault(time, wanted.always() ? regular.when() + ' ' + regular.what() : Told.OUT);
            var purpose = Told.OUT.equals(was)
                    ? CalendarVocabulary.GUEST_ADDED
                    : Told.when(was).equals(piece.when())
                            ? CalendarVocabulary.MEETING_CHANGED
                            : CalendarVocabulary.MEETING_MOVED;
            return new Message(purpose, false, piece, null, part, time);
        }

        /** The meeting; the series with all that differs from its rule; or the single days of somebody who comes on those only. */
        private List<Message> whole(String purpose, Piece shown) {
            if (!thread().isSeries()) {
                return List.of(
                        new Message(purpose, false, shown, null, List.of(new Part(thread().master(), null)), null));
            }
            if (!wanted.always()) {
                return wanted.own().keySet().stream()
                        .filter(time -> wanted.day(time).over().isAfter(now))
                        .map(this::day)
                        .toList();
            }
            return List.of(new Message(purpose, false, shown, rule(), parts(wanted), null));
        }
    }

    /** A series as calendars have it: its rule, then each day that differs. */
    static List<Part> parts(Wanted wanted) {
        var thread = wanted.thread();
        var parts = new ArrayList<Part>();
        if (wanted.always()) {
            var rule = CalendarRhythm.rule(
                    thread.series().rule(),
                    thread.series().first(),
                    thread.master().allDay());
            parts.add(new Part(
                    thread.master(), new Rhythm(rule, List.copyOf(wanted.out().keySet()), null)));
        }
        wanted.own().forEach((time, event) -> parts.add(new Part(Piece.of(event), new Rhythm(null, List.of(), time))));
        return parts;
    }
}

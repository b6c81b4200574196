package fr.tiers.agenda;

import fr.tiers.kernel.ClockProducer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FreeSlotsTest {

    /** The week in which summer time ends. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);

    private static Instant at(int day, int hour, int minute) {
        return LocalDateTime.of(2026, 10, day, hour, minute)
                .atZone(ClockProducer.ZONE)
                .toInstant();
    }

    private static Span span(int day, int from, int to) {
        return new Span(at(day, from, 0), at(day, to, 0));
    }

    private static SlotWish wish(int minutes, LocalDate from, LocalDate to) {
        return new SlotWish(List.of("sales"), from, to, minutes, SlotWish.USUAL_OPENING, SlotWish.USUAL_CLOSING);
    }

    private static List<Span> free(SlotWish wish, Instant earliest, List<Span> taken) {
        return new FreeSlots(wish, ClockProducer.ZONE, day -> day.getDayOfMonth() == 21).between(taken, earliest);
    }

    @Test
    void whatIsLeftBetweenEntriesIsFree() {
        var taken = List.of(span(19, 14, 15), span(19, 10, 12), span(19, 11, 13), span(19, 7, 9));

        assertThat(free(wish(60, MONDAY, MONDAY), Instant.EPOCH, taken))
                .containsExactly(span(19, 9, 10), span(19, 13, 14), span(19, 15, 18));
        assertThat(free(wish(120, MONDAY, MONDAY), Instant.EPOCH, taken)).containsExactly(span(19, 15, 18));
    }

    @Test
    void nothingIsFreeInThePastAtTheWeekendAndOnHolidays() {
        assertThat(free(wish(60, MONDAY, MONDAY.plusDays(7)), at(20, 11, 30), List.of()))
                .containsExactly(
                        new Span(at(20, 11, 30), at(20, 18, 0)),
                        span(22, 9, 18),
                        span(23, 9, 18),
                        // summer time has ended in between, and one still works from nine
                        span(26, 9, 18));
    }

    @Test
    void whatLastsOverMidnightOrSeveralDaysTakesEachOfThem() {
        assertThat(free(
                        wish(30, MONDAY, MONDAY.plusDays(4)),
                        Instant.EPOCH,
                        List.of(new Span(at(19, 17, 0), at(20, 10, 0)), new Span(at(22, 0, 0), at(24, 0, 0)))))
                .containsExactly(span(19, 9, 17), span(20, 10, 18));
    }

    @Property(tries = 300)
    void aFreeSlotNeverOverlapsWhatIsTaken(
            @ForAll("taken") List<Span> taken, @ForAll @IntRange(min = 5, max = 720) int minutes) {
        var wish = wish(minutes, MONDAY, MONDAY.plusDays(9));
        var earliest = at(19, 11, 0);

        var free = free(wish, earliest, taken);

        assertThat(free).allSatisfy(slot -> {
            assertThat(taken).noneMatch(slot::overlaps);
            assertThat(Duration.between(slot.start(), slot.end())).isGreaterThanOrEqualTo(Duration.ofMinutes(minutes));
            assertThat(slot.start()).isAfterOrEqualTo(earliest);
            assertThat(time(slot.start())).isAfterOrEqualTo(wish.opens());
            assertThat(time(slot.end())).isBeforeOrEqualTo(wish.closes());
        });
        IntStream.range(1, free.size()).forEach(i -> assertThat(free.get(i).start())
                .isAfter(free.get(i - 1).end()));
    }

    /** Whoever looks at every minute finds the same time free. */
    @Property(tries = 60)
    void everyFreeMinuteIsFound(@ForAll("taken") List<Span> taken) {
        var free = free(wish(5, MONDAY, MONDAY), Instant.EPOCH, taken);

        for (int minute = 0; minute + 5 <= 9 * 60; minute += 5) {
            var slot = new Span(
                    at(19, 9, 0).plus(Duration.ofMinutes(minute)), at(19, 9, 0).plus(Duration.ofMinutes(minute + 5L)));
            boolean isFree = taken.stream().noneMatch(slot::overlaps);
            assertThat(free.stream()
                            .anyMatch(each -> !each.start().isAfter(slot.start())
                                    && !each.end().isBefore(slot.end())))
                    .as(slot.toString())
                    .isEqualTo(isFree);
        }
    }

    private static LocalTime time(Instant instant) {
        return instant.atZone(ClockProducer.ZONE).toLocalTime();
    }

    @Provide
    Arbitrary<List<Span>> taken() {
        var first = at(18, 0, 0);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 13 * 24 * 12),
                        Arbitraries.integers().between(1, 600))
                .as((start, length) -> new Span(
                        first.plus(Duration.ofMinutes(start * 5L)),
                        first.plus(Duration.ofMinutes((start + length) * 5L))))
                .list()
                .ofMaxSize(14);
    }
}

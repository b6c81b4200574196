package fr.tiers.agenda;

import fr.tiers.address.site.HolidayRegion;
import fr.tiers.address.site.PublicHoliday;
import fr.tiers.kernel.ClockProducer;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The agendas of the people of the house. Everybody of the house may look at them; of what is not the caller's to see only that the time
 * is taken is told. Extranet users have no part in it.
 */
@Stateless
@PermitAll
public class Agenda {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Inject
    AgendaQuery query;

    @Inject
    AgendaPeople people;

    @Inject
    Clock clock;

    /**
     * @return by beginning
     * @throws fr.tiers.kernel.BusinessException INVALID with every violation; FORBIDDEN for an extranet user
     */
    public List<AgendaEntry> entries(AgendaFrame frame) {
        people.requireInternal();
        frame.check();
        people.requireKnown(frame.users());
        return query.find(frame).stream()
                .filter(AgendaQuery.Found::shown)
                .map(AgendaQuery.Found::entry)
                .toList();
    }

    /**
     * The time that is free for all of them: on working days, within working hours, from now on. Meetings and calls with a length take
     * time, and so do meetings of whole days; what was called off does not.
     *
     * @return each slot as long as it can be, in order
     * @throws fr.tiers.kernel.BusinessException INVALID with every violation; FORBIDDEN for an extranet user
     */
    public List<Span> availability(SlotWish wish) {
        people.requireInternal();
        wish.check();
        people.requireKnown(wish.users());
        var whole = new Span(
                wish.from().atStartOfDay(ClockProducer.ZONE).toInstant(),
                wish.to().plusDays(1).atStartOfDay(ClockProducer.ZONE).toInstant());
        var taken = query.find(new AgendaFrame(whole.start(), whole.end(), wish.users(), Set.of(), false)).stream()
                .filter(AgendaQuery.Found::blocks)
                .map(found -> time(found.entry()))
                .toList();
        return new FreeSlots(wish, ClockProducer.ZONE, day -> holiday(day).isPresent())
                .between(taken, nextQuarter(clock.instant()));
    }

    /** The public holiday of mainland France on a day. */
    public static Optional<PublicHoliday> holiday(LocalDate day) {
        return PublicHoliday.on(day, HolidayRegion.METROPOLE);
    }

    private static Span time(AgendaEntry entry) {
        return entry.allDay() ? AgendaDays.of(entry).span() : new Span(entry.start(), entry.end());
    }

    private static Instant nextQuarter(Instant now) {
        long seconds = QUARTER.toSeconds();
        return Instant.ofEpochSecond(
                -Math.floorDiv(-now.getEpochSecond() - (now.getNano() > 0 ? 1 : 0), seconds) * seconds);
    }
}

package fr.tiers.sample;

import fr.tiers.kernel.ClockProducer;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Fills the agendas of the demonstration around today: visits, the weekly meeting, something private, a fair, a journey by night. */
final class AgendaWriter {

    private static final int WEEKS = 3;
    private static final int VISITS = 5;
    private static final int DAYS = 5;
    private static final int OPENING = 8 * 60 + 30;
    private static final int QUARTERS = 32;
    private static final String MEETING = "MEETING";

    private static final List<String> VISIT_SUBJECTS = List.of(
            "Visite de courtoisie",
            "Présentation de la nouvelle gamme",
            "Négociation du contrat annuel",
            "Démonstration sur site",
            "Bilan du trimestre");

    private final Handle handle;
    private final LocalDate today;

    AgendaWriter(Handle handle, LocalDate today) {
        this.handle = handle;
        this.today = today;
    }

    /** What is noted down of one. */
    private record Entry(
            String type,
            Long tier,
            String subject,
            LocalDate day,
            int minute,
            int minutes,
            String login,
            String place,
            String link,
            boolean secret,
            boolean allDay) {

        static Entry visit(
                long tier, String subject, LocalDate day, int minute, int minutes, String login, String city) {
            return new Entry(MEETING, tier, subject, day, minute, minutes, login, city, null, false, false);
        }
    }

    void write(List<PlacedTier> placed) {
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (var user : DemoStructure.USERS) {
            var own = placed.stream()
                    .filter(one -> user.login().equals(one.owner())
                            && one.tier().isCompany()
                            && !one.tier().isClosed())
                    .limit(40)
                    .toList();
            for (int week = -1; week < WEEKS; week++) {
                week(user, own, monday.plusWeeks(week));
            }
        }
    }

    private void week(DemoStructure.User user, List<PlacedTier> own, LocalDate monday) {
        var draw = Draw.of("agenda", user.id() * 100_000 + monday.toEpochDay());
        for (int i = 0; !own.isEmpty() && i < VISITS; i++) {
            var tier = draw.pick(own);
            insert(Entry.visit(
                    tier.id(),
                    draw.pick(VISIT_SUBJECTS),
                    monday.plusDays(draw.below(DAYS)),
                    OPENING + 15 * draw.below(QUARTERS),
                    draw.chance(40) ? 90 : 60,
                    user.login(),
                    tier.tier().commune().name()));
        }
        if (draw.chance(60)) {
            insert(new Entry(
                    MEETING,
                    null,
                    "Rendez-vous personnel",
                    monday.plusDays(draw.below(DAYS)),
                    17 * 60,
                    45,
                    user.login(),
                    null,
                    null,
                    true,
                    false));
        }
        if ("manager".equals(user.login())) {
            long id = insert(new Entry(
                    MEETING,
                    null,
                    "Point d’équipe commercial",
                    monday,
                    9 * 60,
                    60,
                    user.login(),
                    "Salle Loire",
                    "https://visio." + DemoStructure.DOMAIN + "/equipe",
                    false,
                    false));
            takePart(id, Stream.of("sales", "t.delattre", "e.muller", "n.ferrand"));
            long fair = insert(new Entry(
                    "TRADE_SHOW",
                    null,
                    "Salon de l’hygiène",
                    monday.plusDays(2),
                    0,
                    3 * 1440,
                    user.login(),
                    "Villepinte",
                    null,
                    false,
                    true));
            takePart(fair, Stream.of("marketing", "m.santoni"));
        }
        if ("technician".equals(user.login())) {
            insert(new Entry(
                    MEETING,
                    null,
                    "Maintenance de nuit",
                    monday.plusDays(3),
                    21 * 60,
                    330,
                    user.login(),
                    "Agence de Villeurbanne",
                    null,
                    false,
                    false));
        }
    }

    private long insert(Entry entry) {
        var start = at(entry.day(), entry.minute());
        // days are as long as the clocks make them
        var end = entry.allDay()
                ? at(entry.day().plusDays(entry.minutes() / 1440), 0)
                : start.plusSeconds(entry.minutes() * 60L);
        var key = "agenda " + entry.login() + ' ' + entry.day() + ' ' + entry.minute() + ' ' + entry.subject();
        return handle.createQuery(
                        """
                insert into event (type, tier_id, subject, starts_at, ends_at, all_day, author, created_at, state, assignee_id, place,
                                   online_link, private, uid)
                values (:type, :tier, :subject, :start, :end, :allDay, :login, :created,
                        case when :end < :now then 'DONE' else 'PLANNED' end, (select u.id from app_user u where u.login = :login), :place,
                        :link, :secret, :uid)
                on conflict (uid) do update set subject = excluded.subject returning id
                """)
                .bind("type", entry.type())
                .bind("tier", entry.tier())
                .bind("subject", entry.subject())
                .bind("start", start)
                .bind("end", end)
                .bind("allDay", entry.allDay())
                .bind("login", entry.login())
                .bind("created", at(today.minusDays(30), OPENING))
                .bind("now", at(today, 0))
                .bind("place", entry.place())
                .bind("link", entry.link())
                .bind("secret", entry.secret())
                .bind("uid", UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)))
                .mapTo(Long.class)
                .one();
    }

    private void takePart(long event, Stream<String> logins) {
        logins.forEach(login -> handle.execute(
                "insert into event_participant (event_id, user_id, answer) select ?, u.id, 'ACCEPTED' from app_user u where u.login = ?",
                event,
                login));
    }

    private static Instant at(LocalDate day, int minute) {
        return day.atStartOfDay().plusMinutes(minute).atZone(ClockProducer.ZONE).toInstant();
    }
}

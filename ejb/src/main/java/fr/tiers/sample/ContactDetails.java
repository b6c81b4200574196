package fr.tiers.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What is known of the people at the tiers beyond their names: whose word counts, who reports to whom, when to call, former jobs. */
final class ContactDetails {

    static final Map<String, String> DECISION_ROLES = Map.of(
            "Décideur", "DECISION_MAKER",
            "Prescripteur", "INFLUENCER",
            "Utilisateur", "USER",
            "Relais", "GATEKEEPER");
    private static final int FORMER_JOBS_EVERY = 11;

    private final Handle handle;
    private final LocalDate today;

    ContactDetails(Handle handle, LocalDate today) {
        this.handle = handle;
        this.today = today;
    }

    private record Link(
            long id, long contactId, long tierId, String kind, boolean main, boolean current, LocalDate from) {}

    void write() {
        DECISION_ROLES.forEach((word, role) -> handle.execute(
                "update contact_link set decision_role = ?, role = null where role = ? and job_title is not null",
                role,
                word));
        // private persons decide for themselves
        handle.execute("update contact_link set role = null where job_title is null");
        // on both sides the same from the beginning
        handle.execute(
                """
                update contact_link l set mobile = t.mobile, phone = t.phone, email = t.email,
                       synchronised = concat_ws(E'\\n', coalesce(c.civility, ''), c.last_name, coalesce(c.first_name, ''),
                                                coalesce(t.email, ''), coalesce(t.phone, ''), coalesce(t.mobile, ''))
                from tier t, contact c where t.id = l.tier_id and t.kind = 'INDIVIDUAL' and c.id = l.contact_id
                """);
        var links = handle.createQuery(
                        """
                        select l.id, l.contact_id, l.tier_id, t.kind, l.main, l.to_date is null as current, l.from_date
                        from contact_link l join tier t on t.id = l.tier_id order by l.id
                        """)
                .map((row, context) -> new Link(
                        row.getLong("id"),
                        row.getLong("contact_id"),
                        row.getLong("tier_id"),
                        row.getString("kind"),
                        row.getBoolean("main"),
                        row.getBoolean("current"),
                        row.getObject("from_date", LocalDate.class)))
                .list();
        var heads = new HashMap<Long, Long>();
        var superiors = handle.prepareBatch("update contact_link set reports_to = ? where id = ?");
        var wishes = handle.prepareBatch("update contact set do_not_email = ?, do_not_call = ? where id = ?");
        var slots = new Rows(handle, "contact_availability", "link_id, weekday, from_time, to_time");
        var jobs = new Rows(
                handle,
                "contact_link",
                "contact_id, tier_id, job_title, job_family, decision_role, from_date, to_date");
        for (var link : links) {
            var draw = Draw.of("contact-details", link.id());
            if (link.main()) {
                heads.put(link.tierId(), link.id());
            } else if (draw.chance(75)) {
                superiors.add(heads.get(link.tierId()), link.id());
            }
            if (draw.chance(10)) {
                boolean call = draw.chance(30);
                wishes.add(!call, call, link.contactId());
            }
            if (link.current() && draw.chance(25)) {
                addWeek(slots, link, draw);
            }
            if (link.main() && "COMPANY".equals(link.kind()) && link.id() % FORMER_JOBS_EVERY == 0) {
                addFormerJob(jobs, link, draw, links.get(links.size() - 1).tierId());
            }
        }
        if (superiors.size() > 0) {
            superiors.execute();
        }
        if (wishes.size() > 0) {
            wishes.execute();
        }
        slots.write();
        jobs.write();
    }

    private static void addWeek(Rows slots, Link link, Draw draw) {
        boolean mornings = draw.chance(60);
        for (int weekday = 1; weekday <= 5; weekday++) {
            slots.add(link.id(), weekday, LocalTime.of(mornings ? 9 : 14, 0), LocalTime.of(mornings ? 12 : 17, 30));
        }
    }

    /** Somebody we met before, at another tier. */
    private void addFormerJob(Rows jobs, Link link, Draw draw, long tiers) {
        var left = link.from() == null ? today.minusYears(2) : link.from();
        long before = 1 + (link.tierId() + draw.between(3, 40)) % tiers;
        jobs.add(
                link.contactId(),
                before,
                "Responsable de site",
                "TECHNICAL",
                "USER",
                left.minusDays(draw.between(500, 1_500)),
                left.minusDays(1));
    }
}

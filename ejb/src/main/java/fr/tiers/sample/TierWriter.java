package fr.tiers.sample;

import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.RichText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes tiers with their types, contacts, addresses, events and the line of the change log that says where they come from. */
final class TierWriter {

    static final String SOURCE = "SAMPLE";
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 14),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));
    private static final String TIER_COLUMNS =
            """
            id, code, kind, name, civility, last_name, first_name, status, closed_reason, closed_on, siren, siret, vat_number,
            ape_code, ape_label, legal_form, headcount, turnover, turnover_year, email, phone, mobile, website, address_line1,
            address_line2, postal_code, city, insee_code, latitude, longitude, sales_unit_id, owner_id, parent_id, tier_group,
            blocked, blocked_reason, under_watch, payment_terms, observation, source, created_at, created_by, updated_at, updated_by
            """;

    private final Handle handle;
    private final LocalDate today;
    private final SampleEvents events;
    private long contactId;

    TierWriter(Handle handle, LocalDate today, SampleEvents events) {
        this.handle = handle;
        this.today = today;
        this.events = events;
    }

    void write(List<PlacedTier> tiers) {
        writeTiers(tiers);
        writeAttachments(tiers);
        writeContacts(tiers);
        writeAddresses(tiers);
        writeEvents(tiers);
        handle.execute("select setval('tier_seq', ?)", tiers.size());
        handle.execute(
                "insert into numbering_counter (rule_code, period, last_value) values ('TIER', '', ?)", tiers.size());
    }

    private void writeTiers(List<PlacedTier> placed) {
        var rows = new Rows(handle, "tier", TIER_COLUMNS);
        var history = new Rows(handle, "history_entry", "tier_id, entity, entity_id, action, author, source, at");
        for (var one : placed) {
            var tier = one.tier();
            var person = tier.person();
            var trade = tier.trade();
            var place = tier.place();
            var creator = one.owner() == null ? "marketing" : one.owner();
            var created = at(-tier.createdDaysAgo(), 10 * 60);
            rows.add(
                    one.id(),
                    one.code(),
                    tier.kind(),
                    tier.name(),
                    person == null ? null : person.civility(),
                    person == null ? null : person.lastName(),
                    person == null ? null : person.firstName(),
                    tier.isClosed() ? "CLOSED" : "ACTIVE",
                    tier.closedReason(),
                    tier.isClosed() ? today.minusDays(tier.updatedDaysAgo()) : null,
                    tier.siren(),
                    tier.siret(),
                    tier.vatNumber(),
                    trade == null ? null : trade.ape(),
                    trade == null ? null : trade.label(),
                    tier.legalForm(),
                    tier.headcount(),
                    tier.turnover(),
                    tier.turnover() == null ? null : today.getYear() - 1,
                    tier.email(),
                    tier.phone(),
                    tier.mobile(),
                    tier.website(),
                    place.line1(),
                    place.line2(),
                    place.postalCode(),
                    place.city(),
                    place.inseeCode(),
                    place.latitude(),
                    place.longitude(),
                    DemoStructure.unit(one.unit()).id(),
                    one.owner() == null ? null : DemoStructure.user(one.owner()).id(),
                    parent(one, placed),
                    trade == null ? "Particuliers" : trade.group(),
                    tier.blockedReason() != null,
                    tier.blockedReason(),
                    tier.underWatch(),
                    tier.paymentTerms(),
                    RichText.clean(tier.observation()),
                    SOURCE,
                    created,
                    creator,
                    at(-tier.updatedDaysAgo(), 0),
                    creator);
            history.add(one.id(), "tier", one.id(), "CREATE", creator, SOURCE, created);
        }
        rows.write();
        history.write();
    }

    /** A group is headed by a company that still exists. */
    private static Long parent(PlacedTier one, List<PlacedTier> placed) {
        if (one.parent() == null) {
            return null;
        }
        var parent = placed.get(one.parent().intValue() - 1).tier();
        return parent.isCompany() && !parent.isClosed() ? one.parent() : null;
    }

    private void writeAttachments(List<PlacedTier> tiers) {
        var types = new Rows(handle, "tier_function", "tier_id, type_code");
        var companies = new Rows(handle, "tier_company", "tier_id, company_id");
        var agencies = new Rows(handle, "tier_agency", "tier_id, agency_id");
        var collaborators = new Rows(handle, "tier_collaborator", "tier_id, user_id, type");
        for (var one : tiers) {
            one.tier().types().forEach(type -> types.add(one.id(), type));
            companies.add(one.id(), DemoStructure.COMPANY_ID);
            agencies.add(
                    one.id(),
                    DemoStructure.agency(
                                    DemoStructure.sector(one.tier().commune().region()))
                            .id());
            if (one.tier().isCustomer() && Draw.of("collaborator", one.id()).chance(15)) {
                collaborators.add(one.id(), DemoStructure.user("technician").id(), "TECHNICIAN");
            }
        }
        types.write();
        companies.write();
        agencies.write();
        collaborators.write();
    }

    private void writeContacts(List<PlacedTier> tiers) {
        var people = new Rows(handle, "contact", "id, civility, last_name, first_name, created_at");
        var links = new Rows(
                handle,
                "contact_link",
                "contact_id, tier_id, role, job_title, job_family, email, phone, main, from_date, to_date");
        for (var one : tiers) {
            boolean main = true;
            for (var contact : one.contacts()) {
                var person = contact.person();
                people.add(
                        ++contactId,
                        person.civility(),
                        person.lastName(),
                        person.firstName(),
                        at(-one.tier().createdDaysAgo(), 10 * 60));
                links.add(
                        contactId,
                        one.id(),
                        contact.role(),
                        contact.jobTitle(),
                        contact.jobFamily(),
                        contact.email(),
                        contact.phone(),
                        main,
                        today.minusDays(contact.fromDaysAgo()),
                        contact.toDaysAgo() == null ? null : today.minusDays(contact.toDaysAgo()));
                main = false;
            }
        }
        people.write();
        links.write();
        handle.execute("select setval(pg_get_serial_sequence('contact', 'id'), ?)", contactId);
    }

    private void writeAddresses(List<PlacedTier> tiers) {
        var rows = new Rows(
                handle,
                "address",
                "tier_id, label, line1, line2, postal_code, city, siret, usages, latitude, longitude, from_date");
        for (var one : tiers) {
            for (var address : SampleAddress.of(one.tier())) {
                var place = address.place();
                rows.add(
                        one.id(),
                        address.label(),
                        place.line1(),
                        place.line2(),
                        place.postalCode(),
                        place.city(),
                        address.siret(),
                        address.usages().toArray(String[]::new),
                        place.latitude(),
                        place.longitude(),
                        today.minusDays(one.tier().createdDaysAgo()));
            }
        }
        rows.write();
    }

    private void writeEvents(List<PlacedTier> tiers) {
        var rows = new Rows(handle, "event", "tier_id, type, subject, body, starts_at, author, created_at, uid");
        for (var one : tiers) {
            int number = 0;
            int lastDay = one.tier().isClosed() ? -one.tier().updatedDaysAgo() : Integer.MAX_VALUE;
            var spokenTo = one.contacts().get(0).person();
            for (var event : events.of(one.tier(), spokenTo)) {
                if (event.day() <= lastDay) {
                    var start = at(event.day(), event.minute());
                    rows.add(
                            one.id(),
                            event.type(),
                            event.subject(),
                            event.body(),
                            start,
                            one.author(event.author()),
                            // noted afterwards, planned beforehand
                            event.day() < 0 ? start : at(-2, 9 * 60),
                            uid(one.id(), number++));
                }
            }
        }
        rows.write();
        // as people fill it in: who did it, how long it took, by when
        handle.createUpdate(
                        """
                        update event e set assignee_id = u.id,
                            ends_at = case e.kind when 'MEETING' then e.starts_at + interval '1 hour' end,
                            direction = case e.kind when 'CALL' then case when e.id % 3 = 0 then 'IN' else 'OUT' end end,
                            minutes = case e.kind when 'CALL' then 3 + e.id % 17 end,
                            due_on = case e.kind when 'TASK' then (e.starts_at at time zone 'Europe/Paris')::date end,
                            priority = case e.kind when 'TASK' then (array['NORMAL', 'HIGH', 'LOW', 'NORMAL'])[1 + e.id % 4] end
                        from app_user u where u.login = e.author and e.kind <> 'NOTE' and e.tier_id = any(:tiers)
                        """)
                .bindArray(
                        "tiers", Long.class, tiers.stream().map(PlacedTier::id).toList())
                .execute();
    }

    /** The same on every start. */
    private static UUID uid(long tierId, int number) {
        return UUID.nameUUIDFromBytes(("event " + tierId + ' ' + number).getBytes(StandardCharsets.UTF_8));
    }

    /** Falls on a working day: what a weekend or a holiday would get moves to the day before it. */
    private Instant at(int day, int minute) {
        var date = today.plusDays(day);
        while (day != 0 && (date.getDayOfWeek().getValue() > 5 || HOLIDAYS.contains(MonthDay.from(date)))) {
            date = date.minusDays(1);
        }
        return date.atStartOfDay(ClockProducer.ZONE).plusMinutes(minute).toInstant();
    }
}

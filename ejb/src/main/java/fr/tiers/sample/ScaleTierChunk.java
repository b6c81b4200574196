package fr.tiers.sample;

import fr.tiers.customfield.FieldJson;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.RichText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Some thousand tiers with all that hangs on them, written in one transaction. */
final class ScaleTierChunk {

    static final String KIND = "TIERS";

    private static final int COMING_DAYS = 45;
    private static final int COMING = 4;
    private static final int TAGGED = 35;
    private static final List<String> TERMS = List.of("30 jours fin de mois", "45 jours fin de mois", "À réception");
    private static final List<String> METHODS = List.of("TRANSFER", "DIRECT_DEBIT", "CARD", "CHEQUE");
    private static final Map<String, String> CLEAN = new HashMap<>();

    private final ScaleRun run;
    private final ScaleTiers source;
    private final ScaleStructure structure;
    private final List<Long> tags;

    private final CopyRows tiers = new CopyRows(
            "tier",
            """
            id, code, kind, name, civility, last_name, first_name, status, closed_reason, closed_on, siren, siret, vat_number,
            ape_code, ape_label, legal_form, headcount, turnover, turnover_year, email, phone, mobile, website, address_line1,
            address_line2, postal_code, city, insee_code, latitude, longitude, sales_unit_id, owner_id, tier_group,
            blocked, blocked_reason, under_watch, payment_terms, observation, source, created_at, created_by, updated_at, updated_by, custom
            """);
    private final CopyRows functions = new CopyRows("tier_function", "tier_id, type_code");
    private final CopyRows companies = new CopyRows("tier_company", "tier_id, company_id");
    private final CopyRows agencies = new CopyRows("tier_agency", "tier_id, agency_id");
    private final CopyRows blocks = new CopyRows(
            "tier_function_block",
            "tier_id, function, accounting_account, payment_terms, payment_method, discount, since");
    private final CopyRows collaborators =
            new CopyRows("tier_collaborator", "id, tier_id, user_id, type, visits_per_year");
    private final CopyRows worn = new CopyRows("tier_tag", "tier_id, tag_id");
    private final CopyRows people = new CopyRows("contact", "id, civility, last_name, first_name, created_at");
    private final CopyRows links = new CopyRows(
            "contact_link",
            """
            id, contact_id, tier_id, job_title, job_family, decision_role, email, phone, mobile, main, from_date, to_date, reports_to,
            synchronised
            """);
    private final CopyRows addresses = new CopyRows(
            "address",
            "id, tier_id, label, line1, line2, postal_code, city, siret, usages, latitude, longitude, from_date");
    private final CopyRows history =
            new CopyRows("history_entry", "id, tier_id, entity, entity_id, action, author, source, at");
    private final ScaleEvents events;

    ScaleTierChunk(ScaleRun run, ScaleTiers source, ScaleStructure structure, List<Long> tags) {
        this.run = run;
        this.source = source;
        this.structure = structure;
        this.tags = tags;
        this.events = new ScaleEvents(structure, run.day(), history);
    }

    /** @param from index within the run */
    void write(Handle handle, long from, long to) {
        for (long index = from; index < to; index++) {
            add(index, source.of(run.firstTier() + index));
        }
        Stream.of(tiers, functions, companies, agencies, blocks, collaborators, worn, people, links, addresses)
                .forEach(rows -> rows.write(handle));
        events.write(handle);
        history.write(handle);
    }

    private void add(long index, ScaleTier one) {
        var tier = one.tier();
        long id = run.tierId(index);
        var creator = one.owner() == null ? "marketing" : one.owner();
        var created = at(-tier.createdDaysAgo(), 9 * 60 + (int) (index % 480));
        addTier(index, one, creator, created);
        log(index, 0, "tier", id, id, creator, created);
        companies.add(id, DemoStructure.COMPANY_ID);
        agencies.add(
                id,
                DemoStructure.agency(DemoStructure.sector(tier.commune().region()))
                        .id());
        for (var type : tier.types()) {
            functions.add(id, type);
            if ("CUSTOMER".equals(type) || "SUPPLIER".equals(type)) {
                addBlock(index, type, tier);
            }
        }
        var draw = Draw.of("scale-wear", one.index());
        if (one.owner() != null && draw.chance(40)) {
            var visits = ScaleTiers.usual(List.of(4, 2, 6, 12), draw);
            collaborators.add(
                    run.number("tier_collaborator", index, 1, 0), id, structure.userId(one.owner()), "SALES", visits);
        } else if (tier.isCustomer() && draw.chance(15)) {
            var technician = structure.userId(structure.colleague(draw));
            collaborators.add(run.number("tier_collaborator", index, 1, 0), id, technician, "TECHNICIAN", null);
        }
        if (draw.chance(TAGGED)) {
            int tag = draw.skewed(tags.size(), 1);
            worn.add(id, tags.get(tag));
            if (draw.chance(25)) {
                worn.add(id, tags.get((tag + 1) % tags.size()));
            }
        }
        addContacts(index, one, creator, created);
        addAddresses(index, tier, creator, created);
        addEvents(index, one);
    }

    private void addTier(long index, ScaleTier one, String creator, Instant created) {
        var tier = one.tier();
        var person = tier.person();
        var trade = tier.trade();
        var place = tier.place();
        var custom = CustomFieldWriter.values(run.firstTier() + index + 1_000_000, tier, run.day());
        custom.computeIfPresent(
                "deliveryDay",
                (field, day) -> ScaleTiers.usual(CustomFieldWriter.DAYS, Draw.of("scale-day", one.index())));
        var updated = at(-Math.min(tier.updatedDaysAgo(), tier.createdDaysAgo()), 8 * 60 + (int) (index % 540));
        tiers.add(
                run.tierId(index),
                "T%06d".formatted(run.number("TIER", index, 1, 0)),
                tier.kind(),
                tier.name(),
                person == null ? null : person.civility(),
                person == null ? null : person.lastName(),
                person == null ? null : person.firstName(),
                tier.isClosed() ? "CLOSED" : "ACTIVE",
                tier.closedReason(),
                tier.isClosed() ? run.day().minusDays(tier.updatedDaysAgo()) : null,
                tier.siren(),
                tier.siret(),
                tier.vatNumber(),
                trade == null ? null : trade.ape(),
                trade == null ? null : trade.label(),
                tier.legalForm(),
                tier.headcount(),
                tier.turnover(),
                tier.turnover() == null ? null : run.day().getYear() - 1,
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
                structure.unitId(one.unit()),
                one.owner() == null ? null : structure.userId(one.owner()),
                trade == null ? "Particuliers" : trade.group(),
                tier.blockedReason() != null,
                tier.blockedReason(),
                tier.underWatch(),
                tier.paymentTerms(),
                clean(tier.observation()),
                TierWriter.SOURCE,
                created,
                creator,
                updated,
                creator,
                FieldJson.write(custom));
    }

    private static String clean(String observation) {
        synchronized (CLEAN) {
            return observation == null ? null : CLEAN.computeIfAbsent(observation, RichText::clean);
        }
    }

    private void addBlock(long index, String function, SampleTier tier) {
        var draw = Draw.of("scale-block", run.firstTier() + index);
        long account = run.number(function + "_ACCOUNT", index, 1, 0);
        blocks.add(
                run.tierId(index),
                function,
                ("CUSTOMER".equals(function) ? "411" : "401") + "%05d".formatted(account),
                Objects.requireNonNullElse(tier.paymentTerms(), ScaleTiers.usual(TERMS, draw)),
                ScaleTiers.usual(METHODS, draw),
                draw.chance(20) ? draw.chance(50) ? 2 : 5 : null,
                at(-tier.createdDaysAgo(), 10 * 60));
    }

    private void addContacts(long index, ScaleTier one, String creator, Instant created) {
        long id = run.tierId(index);
        for (int i = 0; i < one.contacts().size(); i++) {
            var contact = one.contacts().get(i);
            var person = contact.person();
            long contactId = run.number("contact", index, ScaleRun.CONTACTS, i);
            long linkId = run.number("contact_link", index, ScaleRun.CONTACTS, i);
            people.add(contactId, person.civility(), person.lastName(), person.firstName(), created);
            boolean self = !one.tier().isCompany();
            var phone = self ? one.tier().phone() : contact.phone();
            links.add(
                    linkId,
                    contactId,
                    id,
                    contact.jobTitle(),
                    contact.jobFamily(),
                    self ? null : ContactDetails.DECISION_ROLES.get(contact.role()),
                    contact.email(),
                    phone,
                    self ? one.tier().mobile() : null,
                    i == 0,
                    run.day().minusDays(contact.fromDaysAgo()),
                    contact.toDaysAgo() == null ? null : run.day().minusDays(contact.toDaysAgo()),
                    i == 0 ? null : run.number("contact_link", index, ScaleRun.CONTACTS, 0),
                    self ? synchronised(one.tier()) : null);
            log(index, 1 + i, "contact", linkId, id, creator, created);
        }
    }

    /** What was the same on both sides when tier and contact were last alike. */
    private static String synchronised(SampleTier tier) {
        return Stream.of(
                        tier.person().civility(),
                        tier.person().lastName(),
                        tier.person().firstName(),
                        tier.email(),
                        tier.phone(),
                        tier.mobile())
                .map(value -> Objects.requireNonNullElse(value, ""))
                .reduce((all, next) -> all + '\n' + next)
                .orElseThrow();
    }

    private void addAddresses(long index, SampleTier tier, String creator, Instant created) {
        long id = run.tierId(index);
        int i = 0;
        for (var address : SampleAddress.of(tier)) {
            var place = address.place();
            long addressId = run.number("address", index, ScaleRun.ADDRESSES, i);
            addresses.add(
                    addressId,
                    id,
                    address.label(),
                    place.line1(),
                    place.line2(),
                    place.postalCode(),
                    place.city(),
                    address.siret(),
                    address.usages(),
                    place.latitude(),
                    place.longitude(),
                    run.day().minusDays(tier.createdDaysAgo()));
            log(index, 1 + ScaleRun.CONTACTS + i++, "address", addressId, id, creator, created);
        }
    }

    private void addEvents(long index, ScaleTier one) {
        var draw = Draw.of("scale-event", one.index());
        var tier = one.tier();
        int last = tier.isClosed() ? Math.max(1, tier.updatedDaysAgo()) : 1;
        for (int i = 0; i < ScaleRun.EVENTS; i++) {
            boolean coming = !tier.isClosed() && draw.chance(COMING);
            long event = run.number("event", index, ScaleRun.EVENTS, i);
            var login = one.owner() != null && draw.chance(60) ? one.owner() : structure.colleague(draw);
            events.add(
                    new ScaleEvents.About(
                            event,
                            run.first().get("event_participant")
                                    + (event - run.first().get("event")) * 2,
                            line(index, 1 + ScaleRun.CONTACTS + ScaleRun.ADDRESSES + i),
                            run.tierId(index),
                            run.number("contact", index, ScaleRun.CONTACTS, 0),
                            one.contacts().get(0).person(),
                            login),
                    coming ? draw.between(0, COMING_DAYS) : -draw.between(last, tier.createdDaysAgo()),
                    draw);
        }
    }

    private void log(long index, int line, String entity, long id, long tierId, String author, Instant at) {
        history.add(line(index, line), tierId, entity, id, "CREATE", author, TierWriter.SOURCE, at);
    }

    private long line(long index, int line) {
        return run.number("history_entry", index, ScaleRun.LINES, line);
    }

    private Instant at(int day, int minute) {
        LocalDate date = run.day().plusDays(day);
        return date.atStartOfDay()
                .plusMinutes(minute)
                .atZone(ClockProducer.ZONE)
                .toInstant();
    }
}

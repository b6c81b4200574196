package fr.tiers.contact;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a tier's papers go to: the contact they name, else the default of their usage, else the main contact. */
@Stateless
@PermitAll
public class Addressees {

    @Inject
    Db db;

    @Inject
    ContactRows rows;

    @Inject
    MainContact main;

    @Inject
    TierAccess access;

    @Inject
    History history;

    @Inject
    Authors authors;

    @Inject
    Event<TierTouched> touched;

    /** What is kept for a usage: the default contact with its version, and the address of today. */
    private record Standing(long version, Long linkId, Long addressId, String addressLine) {}

    /** @return one for each usage, as papers that name nobody would go out today */
    public List<Addressee> ofTier(long tierId) {
        access.requireVisible(tierId);
        var links = rows.ofTier(tierId);
        var standings = standings(tierId);
        return Stream.of(ContactUsage.values())
                .map(usage -> addressee(usage, standings.get(usage), links, null))
                .toList();
    }

    /**
     * @param explicit link that the paper names, null for none
     * @throws BusinessException INVALID on {@code contact} for a link that is not one of the tier; NOT_FOUND for the tier
     */
    public Addressee resolve(long tierId, ContactUsage usage, Long explicit) {
        access.requireVisible(tierId);
        var links = rows.ofTier(tierId);
        if (explicit != null && find(links, explicit).isEmpty()) {
            throw BusinessException.invalid("contact", "unknown-reference", explicit);
        }
        return addressee(usage, standings(tierId).get(usage), links, explicit);
    }

    private static Addressee addressee(
            ContactUsage usage, Standing standing, List<ContactLinkView> links, Long explicit) {
        var named = find(links, explicit);
        var preferred = find(links, standing.linkId()).filter(ContactLinkView::current);
        var principal =
                links.stream().filter(link -> link.main() && link.current()).findFirst();
        var by = named.isPresent()
                ? Addressee.By.EXPLICIT
                : preferred.isPresent() ? Addressee.By.DEFAULT : principal.isPresent() ? Addressee.By.MAIN : null;
        var contact = named.or(() -> preferred).or(() -> principal).orElse(null);
        return new Addressee(
                usage,
                standing.version(),
                standing.linkId(),
                contact,
                by,
                standing.addressId(),
                standing.addressLine());
    }

    private static Optional<ContactLinkView> find(List<ContactLinkView> links, Long id) {
        return links.stream().filter(link -> Objects.equals(link.id(), id)).findFirst();
    }

    private Map<ContactUsage, Standing> standings(long tierId) {
        return db.call(handle -> handle.createQuery(
                        """
                        select u.usage, coalesce(d.version, 0) as version, d.link_id, a.id as address_id,
                               nullif(case when a.id is null
                                   then concat_ws(', ', t.address_line1, nullif(concat_ws(' ', t.postal_code, t.city), ''))
                                   else concat_ws(', ', a.line1, nullif(concat_ws(' ', a.postal_code, a.city), '')) end, '') as line
                        from tier t
                        cross join unnest(cast(:usages as text[]), cast(:addressUsages as text[])) as u (usage, address_usage)
                        left join contact_default d on d.tier_id = t.id and d.usage = u.usage
                        left join address a on a.tier_id = t.id and a.default_for @> array[u.address_usage]
                             and daterange(a.from_date, a.to_date, '[]') @> cast(:today as date)
                        where t.id = :tier
                        """)
                .bind("tier", tierId)
                .bindArray(
                        "usages",
                        String.class,
                        Stream.of(ContactUsage.values()).map(ContactUsage::name).toList())
                .bindArray(
                        "addressUsages",
                        String.class,
                        Stream.of(ContactUsage.values())
                                .map(ContactUsage::addressUsage)
                                .toList())
                .bind("today", rows.today())
                .map((row, context) -> Map.entry(
                        ContactUsage.valueOf(row.getString("usage")),
                        new Standing(
                                row.getLong("version"),
                                ContactRows.id(row, "link_id"),
                                ContactRows.id(row, "address_id"),
                                row.getString("line"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * Chooses the default contact of a usage.
     *
     * @param version of the default, as it was read
     * @param linkId null for none: the main contact then
     * @throws BusinessException INVALID on {@code link} for somebody who is no current contact of the tier; STALE; NOT_FOUND
     */
    public Addressee choose(long tierId, ContactUsage usage, long version, Long linkId) {
        access.require(tierId, Action.EDIT);
        main.lock(tierId);
        var links = rows.ofTier(tierId);
        if (linkId != null
                && find(links, linkId).filter(ContactLinkView::current).isEmpty()) {
            throw BusinessException.invalid("link", "unknown-reference", linkId);
        }
        var before = standings(tierId).get(usage);
        if (before.version() != version) {
            throw BusinessException.stale("contact-usage", usage);
        }
        db.run(handle -> handle.createUpdate(
                        """
                        insert into contact_default (tier_id, usage, version, link_id) values (:tier, :usage, 1, :link)
                        on conflict (tier_id, usage) do update set version = contact_default.version + 1, link_id = :link
                        """)
                .bind("tier", tierId)
                .bind("usage", usage.name())
                .bind("link", linkId)
                .execute());
        log(tierId, usage, links, before.linkId(), linkId);
        touched.fire(new TierTouched(tierId));
        return addressee(usage, standings(tierId).get(usage), links, null);
    }

    /** Among the changes of the link that is, or was, the default. */
    private void log(long tierId, ContactUsage usage, List<ContactLinkView> links, Long before, Long after) {
        if (Objects.equals(before, after)) {
            return;
        }
        var field = "default." + usage;
        find(links, before).ifPresent(link -> line(tierId, link, Map.of(field, "true"), none(field)));
        find(links, after).ifPresent(link -> line(tierId, link, none(field), Map.of(field, "true")));
    }

    private void line(long tierId, ContactLinkView link, Map<String, ?> before, Map<String, ?> after) {
        history.updated(authors.current(), "contact", link.id(), tierId, before, after);
    }

    private static Map<String, Object> none(String field) {
        return Collections.singletonMap(field, null);
    }
}

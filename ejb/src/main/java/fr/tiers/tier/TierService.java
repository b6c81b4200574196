package fr.tiers.tier;

import fr.tiers.access.Action;
import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.customfield.FieldJson;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Violation;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.SYSTEM;

/**
 * Creates, reads, changes and deletes tiers. The only way in: pages, REST, imports and jobs all come through here, so a rule that holds
 * here holds everywhere.
 */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING})
public class TierService {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Db db;

    @Inject
    private Clock clock;

    @Inject
    private Callers callers;

    @Inject
    private TierAccess access;

    @Inject
    private TierReader reader;

    @Inject
    private ReferenceResolver references;

    @Inject
    private TierCodes codes;

    @Inject
    private FunctionChange functions;

    @Inject
    private Event<TierTouched> touched;

    @Inject
    private TierChecks checks;

    @Inject
    private TierIntake intake;

    @Inject
    private Duplicates duplicates;

    @Inject
    private TierTagStore tags;

    @Inject
    private History history;

    @Inject
    private Authors authors;

    @Inject
    @Any
    private Instance<TierAttachment> attachments;

    @Inject
    private AttachmentCounts counts;

    /** @throws BusinessException NOT_FOUND when it does not exist or is not the caller's to see */
    @PermitAll
    public TierView get(long id) {
        return reader.get(id);
    }

    /**
     * @param consent what to do when the tier is there already
     * @return the new tier, with the code it was given
     * @throws BusinessException INVALID with every violation; CONFLICT {@code tier-duplicate} when the consent is not enough
     */
    @PermitAll
    public TierView create(TierData data, DuplicateConsent consent) {
        return create(data, consent, false);
    }

    /** @param partialDiffusion true when INSEE masks the unit: kept, because it must not be used for prospecting */
    @PermitAll
    public TierView create(TierData data, DuplicateConsent consent, boolean partialDiffusion) {
        return create(data, consent, partialDiffusion, false);
    }

    /** A tier brought along from another software: its code need not look like ours, is noted as such and never given again. */
    @RolesAllowed({ADMINISTRATOR, SYSTEM})
    public TierView createLegacy(TierData data, DuplicateConsent consent) {
        return create(data, consent, false, true);
    }

    /**
     * Several new tiers at once, by the same rules: for imports. All of them, or none.
     *
     * @return what was kept, in the same order
     * @throws BusinessException as {@link #create} without any consent
     */
    @PermitAll
    public List<TierIntake.Kept> createAll(List<TierData> tiers) {
        return intake.create(tiers);
    }

    private TierView create(TierData data, DuplicateConsent consent, boolean partialDiffusion, boolean legacy) {
        var checked = checks.ofNew(data);
        var resolved = checked.references();
        var wantedTags = tags.resolve(data.getTags(), List.of());
        var known = checks.duplicates(data, consent);
        var author = authors.current();
        var now = clock.instant();
        boolean brought = legacy && data.getCode() != null;
        // Last before the insert: the counter stays locked from here to the commit.
        var code = codes.ofNew(data, functions.functions(data.getTypes()), brought);
        var tier = new Tier(code, author.source(), author.login(), now);
        tier.change(data, resolved, author.login(), now, LocalDate.now(clock));
        if (partialDiffusion) {
            tier.restrictDiffusion();
        }
        entities.persist(tier);
        entities.flush();
        intake.letCreatorIn(List.of(tier.getId()));
        if (brought) {
            codes.noteLegacy(tier.getId(), code, now);
        }
        var created = reader.get(tier.getId());
        functions.settle(null, created, author.login(), now);
        history.created(author, "tier", tier.getId(), tier.getId());
        tags.replace(tier.getId(), wantedTags);
        writeCustom(tier.getId(), checked.custom());
        duplicates.accepted(tier.getId(), known, consent.reason());
        touched.fire(new TierTouched(tier.getId()));
        return reader.get(tier.getId());
    }

    /**
     * Replaces everything writable.
     *
     * @param version what the caller last read; somebody else's change since then is refused
     * @throws BusinessException STALE with the version; INVALID with every violation
     */
    @PermitAll
    public TierView update(long id, long version, TierData data) {
        access.require(id, Action.EDIT);
        var before = reader.whole(id).orElseThrow(() -> BusinessException.notFound("tier", id));
        if (before.version() != version) {
            throw BusinessException.stale("tier", id);
        }
        var checked = checks.ofChange(before, data);
        var custom = checked.custom();
        var wantedTags = tags.resolve(data.getTags(), before.tags());
        var author = authors.current();
        var tier = unchanged(id, version);
        tier.change(data, checked.references(), author.login(), clock.instant(), LocalDate.now(clock));
        return saved(before, tier, data.getTypes(), author, () -> {
            tags.replace(id, wantedTags);
            if (!custom.equals(before.custom())) {
                writeCustom(id, custom);
            }
        });
    }

    /**
     * What {@link #create} would make of it, without writing anything: for simulations. A code that is given by the range is not there yet.
     *
     * @param sirets those of the file that some tier has already, see {@link #knownSirets}: only there is asked which
     */
    @PermitAll
    public Rehearsal rehearse(TierData data, Set<String> sirets) {
        return Rehearsal.of(() -> {
            var checked = checks.ofNew(data);
            codes.checkGiven(data, functions.functions(data.getTypes()));
            data.setTags(tags.labels(data.getTags(), List.of()));
            if (data.getSiret() != null && sirets.contains(data.getSiret())) {
                checks.duplicates(data, DuplicateConsent.NONE);
            }
            data.setCustom(checked.custom());
            return data;
        });
    }

    /** @return those that some tier has, whoever sees it */
    @PermitAll
    public Set<String> knownSirets(Collection<String> sirets) {
        return db.call(handle -> handle.createQuery("select siret from tier where siret = any(:sirets)")
                .bindArray("sirets", String.class, sirets)
                .mapTo(String.class)
                .set());
    }

    /**
     * What {@link #update} would make of it, whatever the version, without writing anything: for simulations.
     *
     * @param before as {@link #whole} gave it in this transaction
     */
    @PermitAll
    public Rehearsal rehearse(TierView before, TierData data) {
        return Rehearsal.of(() -> {
            access.require(before.id(), Action.EDIT);
            var checked = checks.ofChange(before, data);
            data.setTags(tags.labels(data.getTags(), before.tags()));
            data.setCustom(checked.custom());
            return data;
        });
    }

    /** As {@link #whole(long)}, several by their ids; those that are not the caller's to see are left out. */
    @PermitAll
    public Map<Long, TierView> whole(Collection<Long> ids) {
        return reader.whole(ids);
    }

    /**
     * A tier as it is changed by programs, with the custom fields that the caller may not see: a change must not lose them.
     *
     * @throws BusinessException NOT_FOUND when it does not exist or is not the caller's to see
     */
    @PermitAll
    public TierView whole(long id) {
        return reader.whole(id).orElseThrow(() -> BusinessException.notFound("tier", id));
    }

    /**
     * Replaces the types alone: by {@link Conversion}, or to give and take functions.
     *
     * @throws BusinessException STALE with the version; INVALID on {@code types}; REFUSED for a way back
     */
    @PermitAll
    public TierView changeTypes(long id, long version, List<String> types) {
        if (!access.may(id, Action.CONVERT)) {
            access.require(id, Action.EDIT);
        }
        var before = reader.whole(id).orElseThrow(() -> BusinessException.notFound("tier", id));
        if (before.version() != version) {
            throw BusinessException.stale("tier", id);
        }
        var data = new TierData();
        data.setTypes(types);
        if (data.getTypes().isEmpty() || data.getTypes().contains(null)) {
            throw BusinessException.invalid("types", "required");
        }
        references.checkTypes(data, id);
        var admitted = functions.admit(before, data.getTypes());
        if (Set.copyOf(admitted).equals(Set.copyOf(before.types()))) {
            return reader.get(id);
        }
        var author = authors.current();
        var tier = unchanged(id, version);
        tier.changeTypes(admitted, author.login(), clock.instant());
        return saved(before, tier, admitted, author, () -> {});
    }

    /** @param beside what is kept in tables of its own */
    private TierView saved(TierView before, Tier tier, List<String> types, History.Author author, Runnable beside) {
        long id = before.id();
        tier.takeCode(functions.codeAfter(before, types));
        // Types, companies and agencies live in tables of their own: their change alone must count as a new version
        // too.
        entities.lock(tier, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw BusinessException.stale("tier", id);
        }
        beside.run();
        // Whoever would no longer see the tier after the save has to let somebody else do it.
        var after = reader.whole(id).orElseThrow(() -> new BusinessException(Kind.REFUSED, "tier-given-away"));
        functions.settle(before, after, author.login(), clock.instant());
        history.updated(author, "tier", id, id, TierMapping.values(before), TierMapping.values(after));
        touched.fire(new TierTouched(id));
        return reader.get(id);
    }

    /** @throws BusinessException CONFLICT {@code tier-has-attachments} naming the features whose data forbids it */
    @PermitAll
    public void delete(long id, long version) {
        access.require(id, Action.DELETE);
        var before = reader.get(id);
        var tier = unchanged(id, version);
        var blocking = attachments.stream()
                .filter(attachment -> attachment.blocksDeletion(id))
                .map(attachment -> new Violation(attachment.feature(), "blocks-deletion", attachment.count(id)))
                .collect(Collectors.toList());
        long children = children(id);
        if (children > 0) {
            blocking.add(new Violation("tier", "blocks-deletion", children));
        }
        if (!blocking.isEmpty()) {
            throw new BusinessException(Kind.CONFLICT, "tier-has-attachments", blocking, before.name());
        }
        attachments.forEach(attachment -> attachment.delete(id));
        entities.remove(tier);
        entities.flush();
        history.deleted(authors.current(), "tier", id, id, before.code() + ' ' + before.name());
    }

    /** How many rows each feature keeps about the tier: the badges of the tabs. */
    @PermitAll
    public Map<String, Long> attachmentCounts(long id) {
        access.requireVisible(id);
        return counts.of(id);
    }

    private void writeCustom(long id, Map<String, Object> values) {
        db.run(handle -> handle.createUpdate("update tier set custom = cast(:custom as jsonb) where id = :id")
                .bind("custom", FieldJson.write(values))
                .bind("id", id)
                .execute());
    }

    private Tier unchanged(long id, long version) {
        var tier = entities.find(Tier.class, id);
        if (tier == null || tier.getVersion() != version) {
            throw BusinessException.stale("tier", id);
        }
        return tier;
    }

    private long children(long id) {
        return db.call(handle -> handle.createQuery("select count(*) from tier where parent_id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one());
    }
}

package fr.tiers.merge;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Violation;
import fr.tiers.organisation.Settings;
import fr.tiers.tier.TierAttachment;
import fr.tiers.tier.TierSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What is left of a source once the features have taken theirs: its functions, its children, what points to it, its row. */
@ApplicationScoped
public class TierRemains {

    /** Go with the row: the survivor has them by the values that were chosen, or they say nothing without it. */
    private static final List<String> OWN =
            List.of("tier_function", "tier_company", "tier_agency", "tier_other_email", "geocoding");

    private final Db db;
    private final Settings settings;
    private final LinkedRecords linked;

    protected TierRemains() {
        this(null, null, null);
    }

    @Inject
    public TierRemains(Db db, Settings settings, LinkedRecords linked) {
        this.db = db;
        this.settings = settings;
        this.linked = linked;
    }

    /** What the survivor becomes without anybody choosing. */
    void unite(long from, long to) {
        boolean keepsProspect = settings.flag(TierSettings.CONVERSION_KEEPS_PROSPECT);
        db.run(handle -> {
            handle.createUpdate(
                            """
                            insert into tier_function (tier_id, type_code) select :to, type_code from tier_function where tier_id = :from
                            on conflict do nothing
                            """)
                    .bind("from", from)
                    .bind("to", to)
                    .execute();
            // one way, as for a conversion: who is a customer is no prospect
            handle.createUpdate(
                            """
                            delete from tier_function f using tier_type y
                            where f.tier_id = :to and y.code = f.type_code
                              and (y.function = 'SUSPECT' and exists (
                                       select 1 from tier_function o join tier_type z on z.code = o.type_code
                                       where o.tier_id = :to and z.function in ('PROSPECT', 'CUSTOMER'))
                                   or y.function = 'PROSPECT' and not :keeps and exists (
                                       select 1 from tier_function o join tier_type z on z.code = o.type_code
                                       where o.tier_id = :to and z.function = 'CUSTOMER'))
                            """)
                    .bind("to", to)
                    .bind("keeps", keepsProspect)
                    .execute();
            handle.createUpdate(
                            """
                            update tier t set version = t.version + 1, confidential = t.confidential or f.confidential,
                                   diffusion = case when f.diffusion = 'PARTIAL' then 'PARTIAL' else t.diffusion end
                            from tier f where t.id = :to and f.id = :from
                              and (f.confidential and not t.confidential or f.diffusion = 'PARTIAL' and t.diffusion <> 'PARTIAL')
                            """)
                    .bind("from", from)
                    .bind("to", to)
                    .execute();
            handle.createUpdate("update tier set version = version + 1, parent_id = :to where parent_id = :from")
                    .bind("from", from)
                    .bind("to", to)
                    .execute();
        });
        linked.repoint("TIER", from, to);
    }

    /** @throws BusinessException CONFLICT {@code merge-left-behind} when a feature has kept something back: nothing is lost silently */
    void remove(long from, List<TierAttachment> features) {
        var left = linked.tablesPointing("tier", from).stream()
                .filter(table -> !OWN.contains(table))
                .map(table -> new Violation(feature(table, features), "merge-left-behind", table))
                .toList();
        if (!left.isEmpty()) {
            throw new BusinessException(Kind.CONFLICT, "merge-left-behind", left, from);
        }
        db.run(handle -> {
            OWN.forEach(table -> handle.execute("delete from " + table + " where tier_id = ?", from));
            handle.execute("delete from tier where id = ?", from);
        });
    }

    static boolean isOwn(String table) {
        return OWN.contains(table) || "tier".equals(table);
    }

    private static String feature(String table, List<TierAttachment> features) {
        return features.stream()
                .filter(feature -> feature.tables().contains(table))
                .map(TierAttachment::feature)
                .findFirst()
                .orElse(table);
    }
}

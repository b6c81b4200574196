package fr.tiers.merge;

import fr.tiers.kernel.Db;
import fr.tiers.tier.TierView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What speaks against making one tier of two, and what they owe. */
@ApplicationScoped
public class TierObstacles {

    private final Db db;

    protected TierObstacles() {
        this(null);
    }

    @Inject
    public TierObstacles(Db db) {
        this.db = db;
    }

    List<MergeRefusal> between(TierView survivor, List<TierView> sources) {
        var refusals = new ArrayList<MergeRefusal>();
        boolean linked = isLinked(survivor.id());
        for (var source : sources) {
            if (areRelatives(survivor.id(), source.id())) {
                refusals.add(new MergeRefusal("merge-relatives", source.id(), false, List.of(source.name())));
            }
            if (oweInTwoCurrencies(survivor.id(), source.id())) {
                refusals.add(new MergeRefusal("merge-currencies", source.id(), false, List.of(source.name())));
            }
            if (!survivor.kind().equals(source.kind())
                    && (survivor.kind().equals("COMPANY") || source.kind().equals("COMPANY"))) {
                refusals.add(new MergeRefusal("merge-kinds", source.id(), true, List.of(source.name())));
            }
            if (survivor.siren() != null
                    && source.siren() != null
                    && !Objects.equals(survivor.siren(), source.siren())) {
                refusals.add(new MergeRefusal(
                        "merge-sirens", source.id(), true, List.of(source.name(), survivor.siren(), source.siren())));
            }
            if (linked && isLinked(source.id())) {
                refusals.add(new MergeRefusal(
                        "merge-erp-codes", source.id(), true, List.of(source.name(), survivor.code(), source.code())));
            }
        }
        return refusals;
    }

    /** One above the other in the tree of tiers: the upper one would hang below itself. */
    private boolean areRelatives(long one, long other) {
        return db.call(handle -> handle.createQuery(
                        """
                        with recursive up as (
                            select id as of, parent_id from tier where id in (:one, :other)
                            union select up.of, t.parent_id from up join tier t on t.id = up.parent_id)
                        select exists (select 1 from up where of = :one and parent_id = :other or of = :other and parent_id = :one)
                        """)
                .bind("one", one)
                .bind("other", other)
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether the ERP knows the tier by its code: it has sent something for it. */
    private boolean isLinked(long id) {
        return db.call(handle -> handle.createQuery(
                        """
                        select exists (select 1 from outstanding where tier_id = :id)
                            or exists (select 1 from invoice where tier_id = :id)
                        """)
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    private boolean oweInTwoCurrencies(long one, long other) {
        return db.call(handle -> handle.createQuery(
                        "select count(distinct currency) > 1 from outstanding where tier_id in (:one, :other)")
                .bind("one", one)
                .bind("other", other)
                .mapTo(Boolean.class)
                .one());
    }

    /** @return what the tier owes, as {@code before}; null when the ERP has said nothing */
    MergePreview.Outstanding outstanding(long id) {
        return db.call(handle -> handle.createQuery("select amount, currency from outstanding where tier_id = :id")
                        .bind("id", id)
                        .map((row, context) -> new MergePreview.Outstanding(
                                row.getBigDecimal("amount"), BigDecimal.ZERO, row.getString("currency")))
                        .findOne())
                .orElse(null);
    }
}

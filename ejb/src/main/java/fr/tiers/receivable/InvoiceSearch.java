package fr.tiers.receivable;

import fr.tiers.access.Action;
import fr.tiers.access.Callers;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.Db;
import fr.tiers.tier.SearchHit;
import fr.tiers.tier.SearchSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Finds invoices and credit notes by the beginning of their number, for those who may read invoices. */
@ApplicationScoped
public class InvoiceSearch implements SearchSource {

    private final Db db;
    private final Callers callers;

    protected InvoiceSearch() {
        this(null, null);
    }

    @Inject
    public InvoiceSearch(Db db, Callers callers) {
        this.db = db;
        this.callers = callers;
    }

    @Override
    public List<SearchHit> search(List<String> patterns, String typed, Visibility visibility, int limit) {
        var readable = Visibility.of(callers.current(), Action.SEE_OUTSTANDING);
        return db.call(handle -> readable.bind(handle.createQuery(
                        """
                        select i.id, i.tier_id, i.number, t.name, case when upper(i.number) = upper(:typed) then 3 else 0.9 end as rank
                        from invoice i join tier t on t.id = i.tier_id
                        where upper(i.number) like upper(:beginning) and %s
                        order by rank desc, i.date desc, i.id desc limit :limit
                        """
                                .formatted(readable.predicate("t"))))
                .bind("typed", typed)
                .bind("beginning", typed.replaceAll("([\\\\%_])", "\\\\$1") + '%')
                .bind("limit", limit)
                .map((row, context) -> new SearchHit(
                        "INVOICE",
                        row.getLong("id"),
                        row.getLong("tier_id"),
                        row.getString("number"),
                        row.getString("name"),
                        row.getDouble("rank")))
                .list());
    }
}

package fr.tiers.receivable;

import fr.tiers.access.Callers;
import fr.tiers.access.Role;
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

    private static final Role[] READERS = {
        Role.ADMINISTRATOR, Role.SALES_MANAGER, Role.SALES, Role.ASSISTANT, Role.ACCOUNTING, Role.READER
    };

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
        if (!callers.current().hasAny(READERS)) {
            return List.of();
        }
        return db.call(handle -> visibility
                .bind(handle.createQuery(
                        """
                        select i.id, i.tier_id, i.number, t.name, case when upper(i.number) = upper(:typed) then 3 else 0.9 end as rank
                        from invoice i join tier t on t.id = i.tier_id
                        where upper(i.number) like upper(:beginning) and %s
                        order by rank desc, i.date desc, i.id desc limit :limit
                        """
                                .formatted(visibility.predicate("t"))))
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

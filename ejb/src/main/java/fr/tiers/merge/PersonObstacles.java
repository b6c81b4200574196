package fr.tiers.merge;

import fr.tiers.access.TierAccess;
import fr.tiers.contact.PersonUnion;
import fr.tiers.contact.PersonView;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What speaks against making one person of two. */
@ApplicationScoped
public class PersonObstacles {

    private final Db db;
    private final TierAccess access;
    private final PersonUnion union;

    protected PersonObstacles() {
        this(null, null, null);
    }

    @Inject
    public PersonObstacles(Db db, TierAccess access, PersonUnion union) {
        this.db = db;
        this.access = access;
        this.union = union;
    }

    List<MergeRefusal> between(PersonView survivor, List<PersonView> sources) {
        var refusals = new ArrayList<MergeRefusal>();
        for (var source : sources) {
            var names = List.of(source.fullName());
            // who works there as well knows them by this record, and has not been asked
            if (union.links(source.id()).stream().anyMatch(link -> !access.sees(link.tierId()))) {
                refusals.add(new MergeRefusal("merge-out-of-sight", source.id(), false, names));
            }
            if (standForTwo(survivor.id(), source.id())) {
                refusals.add(new MergeRefusal("merge-individuals", source.id(), true, names));
            }
            if (survivor.extranetLogin() != null && source.extranetLogin() != null) {
                refusals.add(new MergeRefusal(
                        "merge-accounts",
                        source.id(),
                        true,
                        List.of(source.fullName(), survivor.extranetLogin(), source.extranetLogin())));
            }
        }
        return refusals;
    }

    /** Each keeps the record of another private person in step. */
    private boolean standForTwo(long one, long other) {
        return db.call(handle -> handle.createQuery(
                        """
                        select exists (
                            select 1 from contact_link a join tier s on s.id = a.tier_id and s.kind = 'INDIVIDUAL'
                            join contact_link b on b.tier_id <> a.tier_id join tier t on t.id = b.tier_id and t.kind = 'INDIVIDUAL'
                            where a.contact_id = :one and b.contact_id = :other
                              and a.synchronised is not null and b.synchronised is not null)
                        """)
                .bind("one", one)
                .bind("other", other)
                .mapTo(Boolean.class)
                .one());
    }
}

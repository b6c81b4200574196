package fr.tiers.address;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.TierAccess;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Who may see which address: whoever sees the tier, and the extranet users to whom the site itself was granted. */
@ApplicationScoped
public class AddressAccess {

    private final Db db;
    private final TierAccess tiers;
    private final Callers callers;

    protected AddressAccess() {
        this(null, null, null);
    }

    @Inject
    public AddressAccess(Db db, TierAccess tiers, Callers callers) {
        this.db = db;
        this.tiers = tiers;
        this.callers = callers;
    }

    /** @throws BusinessException NOT_FOUND when none of the tier's addresses is the caller's to see, nor the tier */
    List<AddressView> visible(long tierId, List<AddressView> all) {
        if (tiers.sees(tierId)) {
            return all.stream().map(this::shown).toList();
        }
        var granted = granted(callers.current());
        var visible = all.stream()
                .filter(one -> granted.contains(one.id()))
                .map(this::shown)
                .toList();
        if (visible.isEmpty()) {
            throw BusinessException.notFound("tier", tierId);
        }
        return visible;
    }

    /** Custom fields and tags are the company's own notes: an extranet user does not get them. */
    AddressView shown(AddressView address) {
        return callers.current().has(Role.EXTRANET) ? address.withoutNotes() : address;
    }

    boolean sees(AddressView address) {
        return tiers.sees(address.tier()) || granted(callers.current()).contains(address.id());
    }

    private Set<Long> granted(Caller caller) {
        if (!caller.has(Role.EXTRANET)) {
            return Set.of();
        }
        return db.call(handle -> handle.createQuery("select address_id from address_grant where user_id = :user")
                .bind("user", caller.userId())
                .mapTo(Long.class)
                .set());
    }
}

package fr.tiers.address;

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
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Which extranet users may see a site without seeing the whole tier. */
@Stateless
@PermitAll
public class AddressGrants {

    private final Db db;
    private final Addresses addresses;
    private final TierAccess access;
    private final History history;
    private final Authors authors;
    private final Event<TierTouched> touched;

    protected AddressGrants() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public AddressGrants(
            Db db,
            Addresses addresses,
            TierAccess access,
            History history,
            Authors authors,
            Event<TierTouched> touched) {
        this.db = db;
        this.addresses = addresses;
        this.access = access;
        this.history = history;
        this.authors = authors;
        this.touched = touched;
    }

    /**
     * Somebody who may see the site.
     *
     * @param whole true: because the whole tier was granted
     */
    public record Viewer(String login, String displayName, boolean whole) implements Serializable {}

    /** @return by name; those who see the whole tier included */
    public List<Viewer> of(long addressId) {
        var address = assignable(addressId);
        return db.call(handle -> handle.createQuery(
                        """
                        select u.login, u.display_name, t.user_id is not null as whole
                        from app_user u
                        left join address_grant g on g.user_id = u.id and g.address_id = :address
                        left join extranet_grant t on t.user_id = u.id and t.tier_id = :tier
                        where g.user_id is not null or t.user_id is not null
                        order by fold(u.display_name), u.id
                        """)
                .bind("address", addressId)
                .bind("tier", address.tier())
                .map((row, context) ->
                        new Viewer(row.getString("login"), row.getString("display_name"), row.getBoolean("whole")))
                .list());
    }

    /** @return the active extranet users who do not see the site yet */
    public List<Viewer> candidates(long addressId) {
        var present = of(addressId).stream().map(Viewer::login).toList();
        return db
                .call(handle -> handle.createQuery(
                                """
                                select u.login, u.display_name from app_user u join app_user_role r on r.user_id = u.id
                                where u.active and r.role = 'EXTRANET' order by fold(u.display_name), u.id
                                """)
                        .map((row, context) -> new Viewer(row.getString("login"), row.getString("display_name"), false))
                        .list())
                .stream()
                .filter(user -> !present.contains(user.login()))
                .toList();
    }

    /** @throws BusinessException FORBIDDEN without the right to say who sees the tier */
    private AddressView assignable(long addressId) {
        var address = addresses.get(addressId);
        access.require(address.tier(), Action.ASSIGN);
        return address;
    }

    /** Granting twice changes nothing. */
    public void grant(long addressId, String login) {
        var address = assignable(addressId);
        var user = db.call(handle -> handle.createQuery(
                                """
                                select u.id from app_user u join app_user_role r on r.user_id = u.id
                                where u.login = :login and u.active and r.role = 'EXTRANET'
                                """)
                        .bind("login", login)
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(() -> BusinessException.invalid("login", "unknown-reference", String.valueOf(login)));
        int added = db.call(handle -> handle.execute(
                "insert into address_grant (user_id, address_id) values (?, ?) on conflict do nothing",
                user,
                addressId));
        note(address, added, null, login);
    }

    public void revoke(long addressId, String login) {
        var address = assignable(addressId);
        int removed = db.call(handle -> handle.execute(
                "delete from address_grant g using app_user u where u.id = g.user_id and u.login = ? and g.address_id = ?",
                login,
                addressId));
        note(address, removed, login, null);
    }

    private void note(AddressView address, int changes, String before, String after) {
        if (changes > 0) {
            history.updated(
                    authors.current(),
                    "address",
                    address.id(),
                    address.tier(),
                    before == null ? Map.of() : Map.of("extranet", before),
                    after == null ? Map.of() : Map.of("extranet", after));
            touched.fire(new TierTouched(address.tier()));
        }
    }
}

package fr.tiers.address;

import fr.tiers.history.PastTable;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The further addresses of a tier, for a look at a past day. */
@ApplicationScoped
public class AddressPast extends PastTable {

    protected AddressPast() {
        this(null);
    }

    @Inject
    public AddressPast(Db db) {
        super(
                db,
                "address",
                """
                select a.id, a.label, a.line1, a.line2, a.line3, a.postal_code as "postalCode", a.city, a.country, a.siret,
                       array_to_string(a.usages, ', ') as usages, a.latitude, a.longitude, a.from_date as "from", a.to_date as "to"
                from address a
                where a.tier_id = :tier and (cast(:id as bigint) is null or a.id = :id) order by a.id
                """);
    }
}

package fr.tiers.address;

import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;

/** Further addresses and sites of a tier. */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING})
public class Addresses {

    @Inject
    Db db;

    @Inject
    TierAccess access;

    @Inject
    History history;

    @Inject
    Authors authors;

    /** @return those in use first, then by label */
    @PermitAll
    public List<AddressView> ofTier(long tierId) {
        access.requireVisible(tierId);
        return db.call(handle -> handle.createQuery(
                        "select * from address where tier_id = :tierId order by to_date is not null, fold(label), id")
                .bind("tierId", tierId)
                .map((row, context) -> view(row))
                .list());
    }

    /** @throws BusinessException INVALID with every violation; NOT_FOUND for a tier that is not the caller's to see */
    public AddressView add(long tierId, AddressCommand command) {
        access.requireEditable(tierId);
        command.check();
        var address = db.call(handle -> handle.createQuery(
                        """
                        insert into address (tier_id, label, line1, line2, line3, postal_code, city, country, siret, usages,
                                             latitude, longitude, from_date, to_date)
                        values (:tierId, :label, :line1, :line2, :line3, :postalCode, :city, :country, :siret, :usageCodes,
                                :latitude, :longitude, :from, :to)
                        returning *
                        """)
                .bindMethods(command)
                .bind("tierId", tierId)
                .bindArray("usageCodes", String.class, command.usages())
                .map((row, context) -> view(row))
                .one());
        history.created(authors.current(), "address", address.id(), tierId);
        return address;
    }

    private static AddressView view(ResultSet row) throws SQLException {
        return new AddressView(
                row.getLong("id"),
                row.getString("label"),
                row.getString("line1"),
                row.getString("line2"),
                row.getString("line3"),
                row.getString("postal_code"),
                row.getString("city"),
                row.getString("country"),
                row.getString("siret"),
                List.of((String[]) row.getArray("usages").getArray()),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class));
    }
}

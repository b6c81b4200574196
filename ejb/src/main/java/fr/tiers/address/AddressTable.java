package fr.tiers.address;

import fr.tiers.customfield.FieldJson;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** The rows of addresses: SQL without rules. */
@ApplicationScoped
public class AddressTable {

    /** With the custom fields that the caller may not see. */
    static final String WHOLE = "a.custom";

    private static final String SELECT = selectWith(WHOLE, "", "");

    private final Db db;

    protected AddressTable() {
        this(null);
    }

    @Inject
    public AddressTable(Db db) {
        this.db = db;
    }

    /**
     * The columns an {@link AddressView} is made of.
     *
     * @param custom the column of the custom fields: all of them, or those the caller may see
     * @param more further columns, with a comma in front
     * @param joins further tables
     */
    static String selectWith(String custom, String more, String joins) {
        return "select " + custom
                + ", a.*, g.state as geocoding_state, g.score as geocoding_score, g.type as geocoding_type, "
                + SiteMapping.COLUMNS
                + ", " + AddressTagUse.TABLE.labels("a.id") + " as tags"
                + more
                + " from address a left join geocoding g on g.address_id = a.id "
                + joins;
    }

    /** In use first, then by label. */
    List<AddressView> ofTier(long tierId, LocalDate today, String custom) {
        return db.call(handle -> handle.createQuery(
                        selectWith(custom, "", "")
                                + """
                                 where a.tier_id = :tierId
                                order by coalesce(to_date < :today, false), fold(label), from_date desc nulls last, a.id
                                """)
                .bind("tierId", tierId)
                .bind("today", today)
                .map((row, context) -> AddressView.of(row))
                .list());
    }

    Optional<AddressView> find(long id, String custom) {
        return db.call(handle -> handle.createQuery(selectWith(custom, "", "") + " where a.id = :id")
                .bind("id", id)
                .map((row, context) -> AddressView.of(row))
                .findOne());
    }

    /** One change of the defaults of a tier at a time: the next waits for the commit and then sees them. */
    void lockDefaults(long tierId) {
        db.run(handle -> handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "address:" + tierId));
    }

    /** The other addresses of the tier that are the default of one of these usages on a day of the period. */
    List<AddressView> defaults(long tierId, long except, AddressCommand command) {
        return db.call(handle -> handle.createQuery(
                        SELECT
                                + """
                                 where a.tier_id = :tierId and a.id <> :except and default_for && :usageCodes::text[]
                                  and daterange(from_date, to_date, '[]') && daterange(:from::date, :to::date, '[]')
                                order by a.id
                                """)
                .bind("tierId", tierId)
                .bind("except", except)
                .bindArray("usageCodes", String.class, command.defaultFor())
                .bind("from", command.from())
                .bind("to", command.to())
                .map((row, context) -> AddressView.of(row))
                .list());
    }

    void setDefaults(long id, List<String> usages) {
        db.run(handle -> handle.createUpdate(
                        "update address set version = version + 1, default_for = :usages where id = :id")
                .bind("id", id)
                .bindArray("usages", String.class, usages)
                .execute());
    }

    /** @return false when somebody else has changed the address since this version */
    boolean end(long id, long version, LocalDate last) {
        return db.call(handle -> handle.createUpdate(
                                "update address set version = version + 1, to_date = :last where id = :id and version = :version")
                        .bind("id", id)
                        .bind("version", version)
                        .bind("last", last)
                        .execute()
                == 1);
    }

    long insert(long tierId, AddressCommand command) {
        long id = insertRow(tierId, command);
        db.run(handle -> SiteMapping.write(handle, id, command));
        return id;
    }

    private long insertRow(long tierId, AddressCommand command) {
        return db.call(handle -> bound(
                        handle.createQuery(
                                """
                                insert into address (tier_id, label, line1, line2, line3, postal_code, city, country, siret, usages,
                                                     default_for, latitude, longitude, from_date, to_date, phone, mobile, fax, email,
                                                     website, access_code, floor, parking, safety, site_contact,
                                                     site_name, technician_id, holiday_region, closed_on_holidays, custom)
                                values (:tierId, :label, :line1, :line2, :line3, :postalCode, :city, :country, :siret, :usageCodes,
                                        :defaultCodes, :latitude, :longitude, :from, :to, :phone, :mobile, :fax, :email, :website,
                                        :accessCode, :floor, :parking, :safety, :siteContact,
                                        :site.name, (select u.id from app_user u where u.login = :site.technician),
                                        :site.holidayRegion, :site.closedOnHolidays, cast(:values as jsonb))
                                returning id
                                """),
                        command)
                .bind("tierId", tierId)
                .mapTo(Long.class)
                .one());
    }

    /** @return false when somebody else has changed the address since this version */
    boolean update(long id, long version, AddressCommand command) {
        boolean unchanged = updateRow(id, version, command);
        if (unchanged) {
            db.run(handle -> SiteMapping.write(handle, id, command));
        }
        return unchanged;
    }

    private boolean updateRow(long id, long version, AddressCommand command) {
        return db.call(handle -> bound(
                                handle.createUpdate(
                                        """
                                        update address set version = version + 1, label = :label, line1 = :line1, line2 = :line2,
                                               line3 = :line3, postal_code = :postalCode, city = :city, country = :country, siret = :siret,
                                               usages = :usageCodes, default_for = :defaultCodes, latitude = :latitude,
                                               longitude = :longitude, from_date = :from, to_date = :to, phone = :phone, mobile = :mobile,
                                               fax = :fax, email = :email, website = :website, access_code = :accessCode, floor = :floor,
                                               parking = :parking, safety = :safety, site_contact = :siteContact,
                                               site_name = :site.name,
                                               technician_id = (select u.id from app_user u where u.login = :site.technician),
                                               holiday_region = :site.holidayRegion, closed_on_holidays = :site.closedOnHolidays,
                                               custom = cast(:values as jsonb)
                                        where id = :id and version = :version
                                        """),
                                command)
                        .bind("id", id)
                        .bind("version", version)
                        .execute()
                == 1);
    }

    boolean delete(long id, long version) {
        return db.call(handle -> handle.createUpdate("delete from address where id = :id and version = :version")
                        .bind("id", id)
                        .bind("version", version)
                        .execute()
                == 1);
    }

    private static <S extends SqlStatement<S>> S bound(S statement, AddressCommand command) {
        return statement
                .bindMethods(command)
                .bindMethods("site", command.site())
                .bind("values", FieldJson.write(command.custom()))
                .bindArray("usageCodes", String.class, command.usages())
                .bindArray("defaultCodes", String.class, command.defaultFor());
    }

    /** Whether a technician of this login is there to be sent; one who has left is not. */
    boolean isTechnician(String login) {
        return db.call(handle -> handle.createQuery(
                        """
                        select exists (select 1 from app_user u join app_user_role r on r.user_id = u.id
                                       where u.login = :login and u.active and r.role = 'TECHNICIAN')
                        """)
                .bind("login", login)
                .mapTo(Boolean.class)
                .one());
    }

    List<String> habilitationTypes() {
        return db.call(handle -> handle.createQuery("select code from habilitation_type")
                .mapTo(String.class)
                .list());
    }

    /** Whoever may see the one may see the other. */
    void copyGrants(long from, long to) {
        db.run(handle -> handle.execute(
                "insert into address_grant (user_id, address_id) select user_id, ? from address_grant where address_id = ?",
                to,
                from));
    }

    /** What is said of the one is said of the other. */
    void copyTags(long from, long to) {
        db.run(handle -> handle.execute(
                "insert into address_tag (address_id, tag_id) select ?, tag_id from address_tag where address_id = ?",
                to,
                from));
    }

    /** Puts tags on again that an address has worn; one that is gone meanwhile is left out. */
    void putTags(long id, List<String> labels) {
        db.run(handle -> handle.createUpdate(
                        """
                        insert into address_tag (address_id, tag_id)
                        select :id, s.tag_id from tag_scope s
                        where s.object = :object and s.label_key in (select fold(label) from unnest(:labels) label)
                        """)
                .bind("id", id)
                .bind("object", AddressTagUse.OBJECT)
                .bindArray("labels", String.class, labels)
                .execute());
    }

    /** @return ids of the users who see the address from outside */
    List<Long> grants(long id) {
        return db.call(handle -> handle.createQuery("select user_id from address_grant where address_id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .list());
    }

    /** @return the logins of those who see the address now; who has been deleted meanwhile is left out */
    List<String> grant(long id, List<Long> users) {
        return db.call(handle -> handle.createQuery(
                        """
                        with granted as (
                            insert into address_grant (user_id, address_id) select u.id, :id from app_user u where u.id = any(:users)
                            returning user_id)
                        select u.login from granted join app_user u on u.id = user_id order by u.login
                        """)
                .bind("id", id)
                .bindArray("users", Long.class, users)
                .mapTo(String.class)
                .list());
    }

    /** @return the SIREN of the tier, null when it has none */
    String sirenOf(long tierId) {
        return db.call(handle -> handle.createQuery("select siren from tier where id = :id")
                .bind("id", tierId)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    }
}

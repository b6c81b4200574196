package fr.tiers.address.site;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.SALES_MANAGER;

/** Which technician is allowed to do what until when. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class Habilitations {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final Db db;
    private final Clock clock;

    protected Habilitations() {
        this(null, null);
    }

    @Inject
    public Habilitations(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A habilitation that somebody holds.
     *
     * @param level 1 to 9, null when the type has none
     * @param valid today
     */
    public record Held(
            long id,
            String login,
            String displayName,
            String type,
            Integer level,
            LocalDate from,
            LocalDate to,
            boolean valid)
            implements Serializable {}

    /** @return by name and type */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER})
    public List<Held> held() {
        return db.call(handle -> handle.createQuery(
                        """
                        select h.id, u.login, u.display_name, h.type_code, h.level, h.valid_from, h.valid_to,
                               coalesce(h.valid_from <= :today, true) and coalesce(h.valid_to >= :today, true) as valid
                        from user_habilitation h join app_user u on u.id = h.user_id
                        where u.active order by fold(u.display_name), u.id, h.type_code, h.valid_from
                        """)
                .bind("today", LocalDate.now(clock))
                .map((row, context) -> new Held(
                        row.getLong("id"),
                        row.getString("login"),
                        row.getString("display_name"),
                        row.getString("type_code"),
                        row.getObject("level", Integer.class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getBoolean("valid")))
                .list());
    }

    /** @return id of what the technician holds from now on */
    public long give(String login, String type, Integer level, LocalDate from, LocalDate to) {
        new Checks()
                .required("login", login)
                .required("type", type)
                .holds(level == null || level >= 1 && level <= 9, "level", "out-of-range", 1, 9)
                .holds(isUsual(from), "from", "wrong-type")
                .holds(isUsual(to), "to", "wrong-type")
                .period("to", from, to)
                .refuse();
        return db.call(handle -> handle.createQuery(
                                """
                                insert into user_habilitation (user_id, type_code, level, valid_from, valid_to)
                                select u.id, h.code, :level, :from, :to
                                from app_user u join app_user_role r on r.user_id = u.id, habilitation_type h
                                where u.login = :login and u.active and r.role = 'TECHNICIAN' and h.code = :type and h.active
                                returning id
                                """)
                        .bind("login", login)
                        .bind("type", type)
                        .bind("level", level)
                        .bind("from", from)
                        .bind("to", to)
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(() -> BusinessException.invalid("login", "unknown-reference", login));
    }

    public void take(long id) {
        int taken = db.call(handle -> handle.execute("delete from user_habilitation where id = ?", id));
        if (taken == 0) {
            throw new BusinessException(Kind.NOT_FOUND, "not-found", "habilitation", String.valueOf(id));
        }
    }

    /**
     * What keeps a technician from working at a site on a day; what plans visits asks this.
     *
     * @return the mandatory habilitations that are missing, too low or expired; none when all is well
     */
    @PermitAll
    public List<String> missing(long addressId, String login, LocalDate day) {
        return db.call(handle -> handle.createQuery(
                        """
                        select a.type_code from address_habilitation a
                        where a.address_id = :address and a.mandatory and not exists (
                            select 1 from user_habilitation h join app_user u on u.id = h.user_id
                            where u.login = :login and h.type_code = a.type_code
                              and coalesce(h.level, 9) >= coalesce(a.level, 0)
                              and coalesce(h.valid_from <= :day, true) and coalesce(h.valid_to >= :day, true))
                        order by a.type_code
                        """)
                .bind("address", addressId)
                .bind("login", login)
                .bind("day", day)
                .mapTo(String.class)
                .list());
    }

    private static boolean isUsual(LocalDate day) {
        return day == null || !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }
}

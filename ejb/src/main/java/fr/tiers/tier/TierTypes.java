package fr.tiers.tier;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** The types of tiers: data that an administrator extends. A type in use is deactivated, never deleted. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class TierTypes {

    private static final Set<String> FUNCTIONS =
            Set.of("NONE", "SUSPECT", "PROSPECT", "CUSTOMER", "SUPPLIER", "SUBCONTRACTOR");
    private static final Set<String> COLOURS = Set.of("grey", "blue", "green", "orange", "red", "purple", "teal");

    @Inject
    private Db db;

    @PermitAll
    public List<TierType> all() {
        return db.call(handle -> handle.createQuery("select * from tier_type order by position, code")
                .map((row, context) -> type(row))
                .list());
    }

    static TierType type(ResultSet row) throws SQLException {
        return new TierType(
                row.getString("code"),
                row.getLong("version"),
                row.getString("function"),
                row.getString("label_fr"),
                row.getString("label_en"),
                row.getString("colour"),
                row.getString("icon"),
                row.getInt("position"),
                row.getBoolean("active"),
                row.getBoolean("is_default"));
    }

    /** @throws BusinessException NOT_FOUND */
    @PermitAll
    public TierType get(String code) {
        return all().stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("tier-type", code));
    }

    public void create(TierType type) {
        check(type);
        db.run(handle -> {
            makeRoomForDefault(type);
            var created = handle.createUpdate(
                            """
                            insert into tier_type (code, function, label_fr, label_en, colour, icon, position, active, is_default)
                            values (:code, :function, :labelFr, :labelEn, :colour, :icon, :position, :active, :byDefault)
                            on conflict (code) do nothing
                            """)
                    .bindMethods(type)
                    .execute();
            if (created == 0) {
                throw BusinessException.invalid("code", "already-used", type.code());
            }
        });
    }

    public void update(TierType type) {
        check(type);
        db.run(handle -> {
            makeRoomForDefault(type);
            var updated = handle.createUpdate(
                            """
                            update tier_type set version = version + 1, function = :function, label_fr = :labelFr, label_en = :labelEn,
                                   colour = :colour, icon = :icon, position = :position, active = :active, is_default = :byDefault
                            where code = :code and version = :version
                            """)
                    .bindMethods(type)
                    .execute();
            if (updated == 0) {
                throw BusinessException.stale("tier-type", type.code());
            }
        });
    }

    public void delete(String code) {
        db.run(handle -> {
            var used = handle.createQuery("select exists (select 1 from tier_function where type_code = :code)")
                    .bind("code", code)
                    .mapTo(Boolean.class)
                    .one();
            if (used) {
                throw new BusinessException(Kind.CONFLICT, "tier-type-in-use", code);
            }
            handle.createUpdate("delete from tier_type where code = :code")
                    .bind("code", code)
                    .execute();
        });
    }

    private void makeRoomForDefault(TierType type) {
        if (type.byDefault()) {
            db.run(handle -> handle.createUpdate(
                            "update tier_type set is_default = false where is_default and code <> :code")
                    .bind("code", type.code())
                    .execute());
        }
    }

    private static void check(TierType type) {
        new Checks()
                .holds(type.code() != null && type.code().matches("[A-Z][A-Z0-9_]{1,31}"), "code", "code-shape")
                .required("function", type.function())
                .oneOf("function", type.function(), FUNCTIONS)
                .required("colour", type.colour())
                .oneOf("colour", type.colour(), COLOURS)
                .holds(
                        type.icon() != null && type.icon().matches("pi-[a-z0-9-]{1,40}"),
                        "icon",
                        "unknown-value",
                        type.icon())
                .required("labelFr", Checks.trim(type.labelFr()))
                .text("labelFr", type.labelFr())
                .required("labelEn", Checks.trim(type.labelEn()))
                .text("labelEn", type.labelEn())
                .refuse();
    }
}

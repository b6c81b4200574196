package fr.tiers.relation;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** The types of relations: data that an administrator extends. A type in use is deactivated, never deleted. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class RelationTypes {

    private static final String WHAT = "relation-type";

    @Inject
    Db db;

    /** @return in their order */
    @PermitAll
    public List<RelationType> all() {
        return db.call(handle -> handle.createQuery("select * from relation_type order by position, code")
                .map((row, context) -> new RelationType(
                        row.getString("code"),
                        row.getLong("version"),
                        row.getString("label_fr"),
                        row.getString("inverse_fr"),
                        row.getString("label_en"),
                        row.getString("inverse_en"),
                        row.getBoolean("mutual"),
                        row.getInt("position"),
                        row.getBoolean("active")))
                .list());
    }

    /** @throws BusinessException NOT_FOUND */
    @PermitAll
    public RelationType get(String code) {
        return all().stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound(WHAT, code));
    }

    /** @throws BusinessException INVALID with every violation */
    public RelationType create(RelationType wish) {
        var type = checked(wish);
        int created = db.call(handle -> handle.createUpdate(
                        """
                        insert into relation_type (code, label_fr, inverse_fr, label_en, inverse_en, mutual, position, active)
                        values (:code, :labelFr, :inverseFr, :labelEn, :inverseEn, :symmetric, :position, :active)
                        on conflict (code) do nothing
                        """)
                .bindMethods(type)
                .execute());
        if (created == 0) {
            throw BusinessException.invalid("code", "already-used", type.code());
        }
        return get(type.code());
    }

    /**
     * @throws BusinessException STALE with the version; CONFLICT {@code relation-type-in-use} when relations would change their direction
     */
    public RelationType update(RelationType wish) {
        var type = checked(wish);
        var before = get(type.code());
        if (before.symmetric() != type.symmetric() && isUsed(type.code())) {
            throw new BusinessException(Kind.CONFLICT, "relation-type-in-use", before.labelFr());
        }
        int updated = db.call(handle -> handle.createUpdate(
                        """
                        update relation_type set version = version + 1, label_fr = :labelFr, inverse_fr = :inverseFr,
                               label_en = :labelEn, inverse_en = :inverseEn, mutual = :symmetric, position = :position,
                               active = :active
                        where code = :code and version = :version
                        """)
                .bindMethods(type)
                .execute());
        if (updated == 0) {
            throw BusinessException.stale(WHAT, type.code());
        }
        return get(type.code());
    }

    /** @throws BusinessException CONFLICT {@code relation-type-in-use}: to be deactivated instead */
    public void delete(String code) {
        var type = get(code);
        if (isUsed(code)) {
            throw new BusinessException(Kind.CONFLICT, "relation-type-in-use", type.labelFr());
        }
        db.run(handle -> handle.execute("delete from relation_type where code = ?", code));
    }

    private boolean isUsed(String code) {
        return db.call(
                handle -> handle.createQuery("select exists (select 1 from tier_relation where type_code = :code)")
                        .bind("code", code)
                        .mapTo(Boolean.class)
                        .one());
    }

    private static RelationType checked(RelationType wish) {
        var labelFr = Checks.trim(wish.labelFr());
        var labelEn = Checks.trim(wish.labelEn());
        var type = new RelationType(
                Checks.trim(wish.code()),
                wish.version(),
                labelFr,
                wish.symmetric() ? labelFr : Checks.trim(wish.inverseFr()),
                labelEn,
                wish.symmetric() ? labelEn : Checks.trim(wish.inverseEn()),
                wish.symmetric(),
                wish.position(),
                wish.active());
        var checks = new Checks()
                .holds(type.code() != null && type.code().matches("[A-Z][A-Z0-9_]{1,31}"), "code", "code-shape")
                .required("labelFr", type.labelFr())
                .text("labelFr", type.labelFr())
                .required("labelEn", type.labelEn())
                .text("labelEn", type.labelEn());
        if (!type.symmetric()) {
            checks.required("inverseFr", type.inverseFr())
                    .text("inverseFr", type.inverseFr())
                    .required("inverseEn", type.inverseEn())
                    .text("inverseEn", type.inverseEn());
        }
        checks.refuse();
        return type;
    }
}

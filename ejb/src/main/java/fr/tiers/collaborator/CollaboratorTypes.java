package fr.tiers.collaborator;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** The types of collaborators: data that an administrator extends. A type in use is deactivated, never deleted. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class CollaboratorTypes {

    @Inject
    Db db;

    /** In their order, the inactive ones too. */
    @PermitAll
    public List<CollaboratorType> all() {
        return db.call(handle -> handle.createQuery("select * from collaborator_type order by position, code")
                .map((row, context) -> new CollaboratorType(
                        row.getString("code"),
                        row.getLong("version"),
                        row.getString("label_fr"),
                        row.getString("label_en"),
                        row.getInt("position"),
                        row.getBoolean("active")))
                .list());
    }

    /** @throws BusinessException NOT_FOUND */
    @PermitAll
    public CollaboratorType get(String code) {
        return all().stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("collaborator-type", code));
    }

    /** @throws BusinessException INVALID with every violation, also when the code is taken */
    public void create(CollaboratorType type) {
        type.check();
        int created = db.call(handle -> handle.createUpdate(
                        """
                        insert into collaborator_type (code, label_fr, label_en, position, active)
                        values (:code, :labelFr, :labelEn, :position, :active) on conflict (code) do nothing
                        """)
                .bindMethods(type)
                .execute());
        if (created == 0) {
            throw BusinessException.invalid("code", "already-used", type.code());
        }
    }

    /** @throws BusinessException INVALID with every violation; STALE with the version */
    public void update(CollaboratorType type) {
        type.check();
        int updated = db.call(handle -> handle.createUpdate(
                        """
                        update collaborator_type set version = version + 1, label_fr = :labelFr, label_en = :labelEn,
                               position = :position, active = :active
                        where code = :code and version = :version
                        """)
                .bindMethods(type)
                .execute());
        if (updated == 0) {
            throw BusinessException.stale("collaborator-type", type.code());
        }
    }

    /** @throws BusinessException CONFLICT {@code collaborator-type-in-use} */
    public void delete(String code) {
        boolean used = db.call(
                handle -> handle.createQuery("select exists (select 1 from tier_collaborator where type = :code)")
                        .bind("code", code)
                        .mapTo(Boolean.class)
                        .one());
        if (used || "SALES".equals(code)) {
            // SALES is what somebody who creates a tier becomes
            throw new BusinessException(Kind.CONFLICT, "collaborator-type-in-use", code);
        }
        db.run(handle -> handle.execute("delete from collaborator_type where code = ?", code));
    }
}

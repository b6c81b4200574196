package fr.tiers.document;

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

/** The categories of documents: a list that an administrator keeps. One in use is deactivated, never deleted. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class DocumentCategories {

    private static final int MAX_POSITION = 100_000;

    @Inject
    Db db;

    @PermitAll
    public List<DocumentCategory> all() {
        return db.call(handle -> handle.createQuery("select * from document_category order by position, code")
                .map((row, context) -> new DocumentCategory(
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
    public DocumentCategory get(String code) {
        return all().stream()
                .filter(category -> category.code().equals(code))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("document-category", code));
    }

    /** @throws BusinessException INVALID also for a code that is there already */
    public void create(DocumentCategory category) {
        check(category);
        int created = db.call(handle -> handle.createUpdate(
                        """
                        insert into document_category (code, label_fr, label_en, position, active)
                        values (:code, :labelFr, :labelEn, :position, :active) on conflict (code) do nothing
                        """)
                .bindMethods(category)
                .execute());
        if (created == 0) {
            throw BusinessException.invalid("code", "already-used", category.code());
        }
    }

    /** @throws BusinessException STALE */
    public void update(DocumentCategory category) {
        check(category);
        int updated = db.call(handle -> handle.createUpdate(
                        """
                        update document_category set version = version + 1, label_fr = :labelFr, label_en = :labelEn,
                               position = :position, active = :active
                        where code = :code and version = :version
                        """)
                .bindMethods(category)
                .execute());
        if (updated == 0) {
            throw BusinessException.stale("document-category", category.code());
        }
    }

    /** @throws BusinessException CONFLICT {@code document-category-in-use} */
    public void delete(String code) {
        db.run(handle -> {
            var used = handle.createQuery(
                            """
                            select exists (select 1 from document d join document_category c on c.id = d.category_id where c.code = :code)
                            """)
                    .bind("code", code)
                    .mapTo(Boolean.class)
                    .one();
            if (used) {
                throw new BusinessException(Kind.CONFLICT, "document-category-in-use", code);
            }
            handle.createUpdate("delete from document_category where code = :code")
                    .bind("code", code)
                    .execute();
        });
    }

    private static void check(DocumentCategory category) {
        new Checks()
                .holds(category.code() != null && category.code().matches("[A-Z][A-Z0-9_]{1,31}"), "code", "code-shape")
                .required("labelFr", Checks.trim(category.labelFr()))
                .text("labelFr", category.labelFr())
                .required("labelEn", Checks.trim(category.labelEn()))
                .text("labelEn", category.labelEn())
                .holds(
                        Math.abs((long) category.position()) <= MAX_POSITION,
                        "position",
                        "out-of-range",
                        -MAX_POSITION,
                        MAX_POSITION)
                .refuse();
    }
}

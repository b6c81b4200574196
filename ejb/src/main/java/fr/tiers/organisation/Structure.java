package fr.tiers.organisation;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Violation;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** Changes companies, agencies, sales units and groups. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class Structure {

    @Inject
    private Db db;

    @Inject
    private Organisation organisation;

    public record CompanyCommand(
            String code, String name, String siren, String currency, String language, String headOfficeEmail) {}

    public record AgencyCommand(String company, String code, String name, String city, String postalCode) {}

    public record SalesUnitCommand(String parent, String code, String name) {}

    public record GroupRow(long id, String code, String name, long members) {}

    /** @param id null creates */
    public long saveCompany(Long id, CompanyCommand command) {
        requireCodeAndName(command.code(), command.name());
        return save(
                id,
                "company",
                "insert into company (id, code, name, siren, currency, language, head_office_email)"
                        + " values (nextval('organisation_seq'), :code, :name, :siren, :currency, :language, :email) returning id",
                "update company set version = version + 1, code = :code, name = :name, siren = :siren, currency = :currency,"
                        + " language = :language, head_office_email = :email where id = :id returning id",
                statement -> {
                    statement.bind("code", command.code());
                    statement.bind("name", command.name());
                    statement.bind("siren", command.siren());
                    statement.bind("currency", command.currency() == null ? "EUR" : command.currency());
                    statement.bind("language", command.language() == null ? "fr" : command.language());
                    statement.bind("email", command.headOfficeEmail());
                });
    }

    public long saveAgency(Long id, AgencyCommand command) {
        requireCodeAndName(command.code(), command.name());
        var companyId = organisation.companyId("company", command.company());
        return save(
                id,
                "agency",
                "insert into agency (id, company_id, code, name, city, postal_code)"
                        + " values (nextval('organisation_seq'), :companyId, :code, :name, :city, :postalCode) returning id",
                "update agency set version = version + 1, company_id = :companyId, code = :code, name = :name, city = :city,"
                        + " postal_code = :postalCode where id = :id returning id",
                statement -> {
                    statement.bind("companyId", companyId);
                    statement.bind("code", command.code());
                    statement.bind("name", command.name());
                    statement.bind("city", command.city());
                    statement.bind("postalCode", command.postalCode());
                });
    }

    /** A unit never hangs below itself: the tree stays a tree. */
    public long saveSalesUnit(Long id, SalesUnitCommand command) {
        requireCodeAndName(command.code(), command.name());
        // One writer at a time: two moves that each look harmless could close a circle together.
        db.run(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('sales_unit'))"));
        var parentId = command.parent() == null ? null : organisation.salesUnitId("parent", command.parent());
        if (id != null && parentId != null && isBelow(id, parentId)) {
            throw new BusinessException(Kind.REFUSED, "sales-unit-circle", command.code(), command.parent());
        }
        return save(
                id,
                "sales-unit",
                "insert into sales_unit (id, parent_id, code, name) values (nextval('organisation_seq'), :parentId, :code, :name)"
                        + " returning id",
                "update sales_unit set version = version + 1, parent_id = :parentId, code = :code, name = :name where id = :id returning id",
                statement -> {
                    statement.bind("parentId", parentId);
                    statement.bind("code", command.code());
                    statement.bind("name", command.name());
                });
    }

    private boolean isBelow(long top, long candidate) {
        return db.call(handle -> handle.createQuery(
                        """
                        with recursive below as (
                            select :top::bigint as id union select c.id from sales_unit c join below b on c.parent_id = b.id)
                        select exists (select 1 from below where id = :candidate)
                        """)
                .bind("top", top)
                .bind("candidate", candidate)
                .mapTo(Boolean.class)
                .one());
    }

    @PermitAll
    public List<GroupRow> groups() {
        return db.call(handle -> handle.createQuery(
                        """
                        select g.id, g.code, g.name, (select count(*) from user_group_member m where m.group_id = g.id) as members
                        from user_group g order by g.name, g.id
                        """)
                .map((row, context) -> new GroupRow(
                        row.getLong("id"), row.getString("code"), row.getString("name"), row.getLong("members")))
                .list());
    }

    public long saveGroup(Long id, String code, String name) {
        requireCodeAndName(code, name);
        return save(
                id,
                "group",
                "insert into user_group (id, code, name) values (nextval('organisation_seq'), :code, :name) returning id",
                "update user_group set version = version + 1, code = :code, name = :name where id = :id returning id",
                statement -> {
                    statement.bind("code", code);
                    statement.bind("name", name);
                });
    }

    private long save(
            Long id,
            String what,
            String insert,
            String update,
            java.util.function.Consumer<SqlStatement<?>> parameters) {
        return db.call(handle -> {
            var query = handle.createQuery(id == null ? insert : update);
            parameters.accept(query);
            if (id != null) {
                query.bind("id", id);
            }
            return query.mapTo(Long.class).findOne().orElseThrow(() -> BusinessException.notFound(what, id));
        });
    }

    private static void requireCodeAndName(String code, String name) {
        if (code == null || !code.matches("[A-Z0-9][A-Z0-9_-]{0,31}")) {
            throw BusinessException.invalid(List.of(new Violation("code", "code-shape")));
        }
        if (name == null || name.isBlank()) {
            throw BusinessException.invalid(List.of(new Violation("name", "required")));
        }
    }
}

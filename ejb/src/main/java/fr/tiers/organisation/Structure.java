package fr.tiers.organisation;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.SqlStatement;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** Changes companies, agencies, sales units and groups. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class Structure {

    private static final Set<String> LANGUAGES = Set.of("fr", "en");
    private static final String ADDRESSES = "[\\s,;]*[^@\\s,;]+@[^@\\s,;]+([\\s,;]+[^@\\s,;]+@[^@\\s,;]+)*[\\s,;]*";
    private static final int LONGEST_ADDRESSES = 1000;

    @Inject
    private Db db;

    @Inject
    private Organisation organisation;

    /**
     * @param currency ISO 4217; null means EUR
     * @param language fr or en, that of mails to head office; null means fr
     * @param headOfficeEmail one or several addresses, separated by commas
     * @param senderName under which its mails are sent; null for that of the settings
     * @param senderEmail address its mails are sent from; null for that of the settings
     */
    public record CompanyCommand(
            String code,
            String name,
            String siren,
            String currency,
            String language,
            String headOfficeEmail,
            String senderName,
            String senderEmail) {}

    /** @param company code of the company it belongs to */
    public record AgencyCommand(String company, String code, String name, String city, String postalCode) {}

    /** @param parent code of the unit above, null for a root */
    public record SalesUnitCommand(String parent, String code, String name) {}

    public record GroupCommand(String code, String name) {}

    public record GroupRow(long id, long version, String code, String name, long members) {}

    public long createCompany(CompanyCommand command) {
        check(null, command);
        return insert(
                "insert into company (id, code, name, siren, currency, language, head_office_email, sender_name, sender_email)"
                        + " values (nextval('organisation_seq'), :code, :name, :siren, :currency, :language, :email, :senderName,"
                        + " :senderEmail) returning id",
                parameters(command));
    }

    /** @throws BusinessException INVALID; NOT_FOUND; STALE when somebody else has changed it since */
    public void updateCompany(long id, long version, CompanyCommand command) {
        organisation.company(id);
        check(id, command);
        update(
                "company",
                id,
                version,
                "update company set version = version + 1, code = :code, name = :name, siren = :siren, currency = :currency,"
                        + " language = :language, head_office_email = :email, sender_name = :senderName, sender_email = :senderEmail where id = :id and version = :version",
                parameters(command));
    }

    private void check(Long id, CompanyCommand command) {
        var siren = digits(command.siren());
        checks("company", id, command.code(), command.name())
                .holds(siren == null || siren.matches("\\d{9}"), "siren", "siren-invalid", command.siren())
                .holds(isCurrency(command.currency()), "currency", "unknown-value", command.currency())
                .oneOf("language", command.language(), LANGUAGES)
                .text("headOfficeEmail", command.headOfficeEmail(), LONGEST_ADDRESSES)
                .holds(
                        Checks.trim(command.headOfficeEmail()) == null
                                || command.headOfficeEmail().matches(ADDRESSES),
                        "headOfficeEmail",
                        "email-shape")
                .text("senderName", command.senderName())
                .email("senderEmail", Checks.trim(command.senderEmail()))
                .refuse();
    }

    private static boolean isCurrency(String code) {
        return code == null
                || java.util.Currency.getAvailableCurrencies().stream()
                        .anyMatch(known -> known.getCurrencyCode().equals(code));
    }

    private static String digits(String siren) {
        return Checks.trim(siren) == null ? null : siren.replaceAll("[\\s\\u00a0\\u202f]", "");
    }

    private static Consumer<SqlStatement<?>> parameters(CompanyCommand command) {
        return statement -> statement
                .bind("code", command.code())
                .bind("name", command.name().strip())
                .bind("siren", digits(command.siren()))
                .bind("currency", command.currency() == null ? "EUR" : command.currency())
                .bind("language", command.language() == null ? "fr" : command.language())
                .bind("email", Checks.trim(command.headOfficeEmail()))
                .bind("senderName", Checks.trim(command.senderName()))
                .bind("senderEmail", Checks.trim(command.senderEmail()));
    }

    public long createAgency(AgencyCommand command) {
        var company = check(null, command);
        return insert(
                "insert into agency (id, company_id, code, name, city, postal_code)"
                        + " values (nextval('organisation_seq'), :company, :code, :name, :city, :postalCode) returning id",
                parameters(command, company));
    }

    /** @throws BusinessException INVALID; NOT_FOUND; STALE when somebody else has changed it since */
    public void updateAgency(long id, long version, AgencyCommand command) {
        organisation.agency(id);
        var company = check(id, command);
        update(
                "agency",
                id,
                version,
                "update agency set version = version + 1, company_id = :company, code = :code, name = :name, city = :city,"
                        + " postal_code = :postalCode where id = :id and version = :version",
                parameters(command, company));
    }

    private long check(Long id, AgencyCommand command) {
        checks("agency", id, command.code(), command.name())
                .required("company", command.company())
                .text("company", command.company())
                .text("city", command.city())
                .text("postalCode", command.postalCode(), 16)
                .refuse();
        return organisation.companyId("company", command.company());
    }

    private static Consumer<SqlStatement<?>> parameters(AgencyCommand command, long company) {
        return statement -> statement
                .bind("company", company)
                .bind("code", command.code())
                .bind("name", command.name().strip())
                .bind("city", Checks.trim(command.city()))
                .bind("postalCode", Checks.trim(command.postalCode()));
    }

    public long createSalesUnit(SalesUnitCommand command) {
        var parent = check(null, command);
        return insert(
                "insert into sales_unit (id, parent_id, code, name) values (nextval('organisation_seq'), :parent, :code, :name)"
                        + " returning id",
                parameters(command, parent));
    }

    /**
     * A unit never hangs below itself: the tree stays a tree.
     *
     * @throws BusinessException INVALID; NOT_FOUND; STALE when somebody else has changed it since; REFUSED {@code sales-unit-circle}
     */
    public void updateSalesUnit(long id, long version, SalesUnitCommand command) {
        // One writer at a time: two moves that each look harmless could close a circle together.
        db.run(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('sales_unit'))"));
        organisation.salesUnit(id);
        var parent = check(id, command);
        if (parent != null && isBelow(id, parent)) {
            throw new BusinessException(Kind.REFUSED, "sales-unit-circle", command.code(), command.parent());
        }
        update(
                "sales-unit",
                id,
                version,
                "update sales_unit set version = version + 1, parent_id = :parent, code = :code, name = :name"
                        + " where id = :id and version = :version",
                parameters(command, parent));
    }

    private Long check(Long id, SalesUnitCommand command) {
        checks("sales_unit", id, command.code(), command.name())
                .text("parent", command.parent())
                .refuse();
        return command.parent() == null ? null : organisation.salesUnitId("parent", command.parent());
    }

    private static Consumer<SqlStatement<?>> parameters(SalesUnitCommand command, Long parent) {
        return statement -> statement
                .bind("parent", parent)
                .bind("code", command.code())
                .bind("name", command.name().strip());
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
                        select g.id, g.version, g.code, g.name,
                               (select count(*) from user_group_member m where m.group_id = g.id) as members
                        from user_group g order by g.name, g.id
                        """)
                .map((row, context) -> new GroupRow(
                        row.getLong("id"),
                        row.getLong("version"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getLong("members")))
                .list());
    }

    @PermitAll
    public GroupRow group(long id) {
        return groups().stream()
                .filter(group -> group.id() == id)
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("group", id));
    }

    public long createGroup(GroupCommand command) {
        checks("user_group", null, command.code(), command.name()).refuse();
        return insert(
                "insert into user_group (id, code, name) values (nextval('organisation_seq'), :code, :name) returning id",
                parameters(command));
    }

    /** @throws BusinessException INVALID; NOT_FOUND; STALE when somebody else has changed it since */
    public void updateGroup(long id, long version, GroupCommand command) {
        group(id);
        checks("user_group", id, command.code(), command.name()).refuse();
        update(
                "group",
                id,
                version,
                "update user_group set version = version + 1, code = :code, name = :name where id = :id and version = :version",
                parameters(command));
    }

    private static Consumer<SqlStatement<?>> parameters(GroupCommand command) {
        return statement -> statement
                .bind("code", command.code())
                .bind("name", command.name().strip());
    }

    /** @param table a constant of this class, never input */
    private Checks checks(String table, Long id, String code, String name) {
        var shaped = code != null && code.matches("[A-Z0-9][A-Z0-9_-]{0,31}");
        return new Checks()
                .holds(shaped, "code", "code-shape")
                .holds(!shaped || !isUsed(table, id, code), "code", "already-used", code)
                .required("name", Checks.trim(name))
                .text("name", name);
    }

    private boolean isUsed(String table, Long id, String code) {
        return db.call(handle -> handle.createQuery("select exists (select 1 from " + table
                        + " where code = :code and id is distinct from cast(:id as bigint))")
                .bind("code", code)
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    private long insert(String sql, Consumer<SqlStatement<?>> parameters) {
        return db.call(handle -> {
            var statement = handle.createQuery(sql);
            parameters.accept(statement);
            return statement.mapTo(Long.class).one();
        });
    }

    private void update(String what, long id, long version, String sql, Consumer<SqlStatement<?>> parameters) {
        db.run(handle -> {
            var statement = handle.createUpdate(sql).bind("id", id).bind("version", version);
            parameters.accept(statement);
            if (statement.execute() == 0) {
                throw BusinessException.stale(what, id);
            }
        });
    }
}

package fr.tiers.organisation;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the organisation: small tables, asked by code. Everybody signed in may know them; what hangs on them has its own rules. */
@ApplicationScoped
public class Organisation {

    private final Db db;

    protected Organisation() {
        this(null);
    }

    @Inject
    public Organisation(Db db) {
        this.db = db;
    }

    public record CompanyRow(
            long id,
            long version,
            String code,
            String name,
            String siren,
            String currency,
            String language,
            String headOfficeEmail,
            String senderName,
            String senderEmail) {}

    public record AgencyRow(
            long id,
            long version,
            long companyId,
            String companyCode,
            String code,
            String name,
            String city,
            String postalCode) {}

    /** @param depth 0 for a root; rows come in tree order */
    public record SalesUnitRow(
            long id, long version, Long parentId, String parentCode, String code, String name, int depth) {}

    public List<CompanyRow> companies() {
        return db.call(handle -> handle.createQuery(
                        "select id, version, code, name, siren, currency, language, head_office_email, sender_name, sender_email from company order by name, id")
                .map((row, context) -> new CompanyRow(
                        row.getLong("id"),
                        row.getLong("version"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("siren"),
                        row.getString("currency"),
                        row.getString("language"),
                        row.getString("head_office_email"),
                        row.getString("sender_name"),
                        row.getString("sender_email")))
                .list());
    }

    public List<AgencyRow> agencies() {
        return db.call(handle -> handle.createQuery(
                        """
                        select a.id, a.version, a.company_id, c.code as company_code, a.code, a.name, a.city, a.postal_code
                        from agency a join company c on c.id = a.company_id order by c.name, a.name, a.id
                        """)
                .map((row, context) -> new AgencyRow(
                        row.getLong("id"),
                        row.getLong("version"),
                        row.getLong("company_id"),
                        row.getString("company_code"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("city"),
                        row.getString("postal_code")))
                .list());
    }

    public List<SalesUnitRow> salesUnits() {
        return db.call(handle -> handle.createQuery(
                        """
                        with recursive tree as (
                            select s.*, 0 as depth, array[s.name || s.id] as path, null::text as parent_code
                            from sales_unit s where s.parent_id is null
                            union all
                            select s.*, t.depth + 1, t.path || (s.name || s.id), t.code
                            from sales_unit s join tree t on s.parent_id = t.id)
                        select id, version, parent_id, parent_code, code, name, depth from tree order by path
                        """)
                .map((row, context) -> new SalesUnitRow(
                        row.getLong("id"),
                        row.getLong("version"),
                        row.getObject("parent_id", Long.class),
                        row.getString("parent_code"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getInt("depth")))
                .list());
    }

    /** @throws BusinessException NOT_FOUND */
    public CompanyRow company(long id) {
        return found("company", id, companies().stream().filter(row -> row.id() == id));
    }

    /** @throws BusinessException NOT_FOUND */
    public AgencyRow agency(long id) {
        return found("agency", id, agencies().stream().filter(row -> row.id() == id));
    }

    /** @throws BusinessException NOT_FOUND */
    public SalesUnitRow salesUnit(long id) {
        return found("sales-unit", id, salesUnits().stream().filter(row -> row.id() == id));
    }

    private static <R> R found(String what, long id, Stream<R> rows) {
        return rows.findFirst().orElseThrow(() -> BusinessException.notFound(what, id));
    }

    /** @throws BusinessException INVALID on {@code field} when no company has the code */
    public long companyId(String field, String code) {
        return idOf("company", "code", field, code);
    }

    public long agencyId(String field, String code) {
        return idOf("agency", "code", field, code);
    }

    public long salesUnitId(String field, String code) {
        return idOf("sales_unit", "code", field, code);
    }

    /** @throws BusinessException INVALID on {@code field} when no active user has the login */
    public long userId(String field, String login) {
        return idOf("app_user", "active and login", field, login);
    }

    /** As {@link #userId}, also for somebody who has left: what already names that person may go on doing so. */
    public long formerUserId(String field, String login) {
        return idOf("app_user", "login", field, login);
    }

    private long idOf(String table, String column, String field, String value) {
        if (value.indexOf('\0') >= 0) {
            // PostgreSQL cannot even be asked for it
            throw BusinessException.invalid(field, "unknown-reference", value.replace('\0', ' '));
        }
        // table and column are constants of this class, never input
        return db.steady(List.of(table, column, value), handle -> handle.createQuery(
                                "select id from " + table + " where " + column + " = :value")
                        .bind("value", value)
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(() -> BusinessException.invalid(field, "unknown-reference", value));
    }

    /** @return the first of the user's own units, in the order they were created */
    public Optional<Long> firstUnitOf(long userId) {
        return db.steady(List.of("unit.of", userId), handle -> handle.createQuery(
                        "select sales_unit_id from app_user_sales_unit where user_id = :id order by sales_unit_id limit 1")
                .bind("id", userId)
                .mapTo(Long.class)
                .findOne());
    }
}

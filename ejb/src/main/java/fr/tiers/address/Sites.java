package fr.tiers.address;

import fr.tiers.access.Callers;
import fr.tiers.access.Visibility;
import fr.tiers.customfield.FieldSearch;
import fr.tiers.customfield.FieldSql;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Cursor;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

/** The sites in use of the tiers the caller may see. */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, ACCOUNTING, TECHNICIAN, MARKETING, READER})
public class Sites {

    private static final int MOST_WORDS = 8;
    private static final String NAME = "fold(coalesce(a.site_name, a.label))";

    private final Db db;
    private final Callers callers;
    private final Clock clock;
    private final FieldSearch fields;

    protected Sites() {
        this(null, null, null, null);
    }

    @Inject
    public Sites(Db db, Callers callers, Clock clock, FieldSearch fields) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.fields = fields;
    }

    /** Somebody who can be sent to a site. */
    public record Technician(String login, String displayName) implements Serializable {}

    /** @return active technicians by name */
    public List<Technician> technicians() {
        return db.call(handle -> handle.createQuery(
                        """
                        select u.login, u.display_name from app_user u join app_user_role r on r.user_id = u.id
                        where u.active and r.role = 'TECHNICIAN' order by fold(u.display_name), u.id
                        """)
                .map((row, context) -> new Technician(row.getString("login"), row.getString("display_name")))
                .list());
    }

    /**
     * @param after the {@link Slice#next} of the page before, null for the first
     * @throws BusinessException INVALID naming what cannot be filtered or sorted by
     */
    public Slice<SiteRow> search(SiteFilter filter, SiteOrder order, String after, int limit) {
        var custom = fields.conditions(AddressFieldOwner.OBJECT, filter.custom(), "a");
        var sorted = order.custom() == null
                ? new FieldSearch.Key(NAME, "text")
                : fields.key(AddressFieldOwner.OBJECT, order.custom(), "a");
        var visibility = Visibility.of(callers.current());
        var words = words(filter.q());
        var conditions = new StringBuilder(
                """
                 where a.usages @> array['SITE'] and (a.to_date is null or a.to_date >= :today) and
                """);
        conditions.append(visibility.predicate("t"));
        for (int i = 0; i < words.size(); i++) {
            conditions.append(
                    " and fold(concat_ws(' ', a.site_name, a.label, a.city, a.postal_code, t.name, t.code, a.custom_text)) like :word"
                            + i);
        }
        if (filter.technician() != null) {
            conditions.append(
                    " and exists (select 1 from app_user u where u.id = a.technician_id and u.login = :technician)");
        }
        conditions.append(AddressTagUse.TABLE.where(filter.tags(), "a.id").and());
        custom.forEach(condition -> conditions.append(" and ").append(condition.sql()));
        var direction = order.descending() ? "desc" : "asc";
        var page = after == null
                ? ""
                : " and (%s, a.id) %s (cast(:key as %s), :id)"
                        .formatted(sorted.expression(), order.descending() ? "<" : ">", sorted.type());
        var rows = db.call(handle -> {
            var query = bind(
                    handle.createQuery(AddressTable.selectWith(
                                    fields.column(AddressFieldOwner.OBJECT, "a"),
                                    ", t.name as tier_name, (" + sorted.expression()
                                            + ")::text as sort_key, (select u.display_name from app_user u where u.id = a.technician_id) as"
                                            + " technician_name",
                                    "join tier t on t.id = a.tier_id")
                            + conditions
                            + page
                            + " order by %1$s %2$s, a.id %2$s limit :limit".formatted(sorted.expression(), direction)),
                    filter,
                    visibility,
                    words,
                    custom);
            if (after != null) {
                var cursor = Cursor.decode(after);
                query.bind("key", cursor.key()).bind("id", cursor.id());
            }
            try {
                return query.bind("limit", limit + 1)
                        .map((row, context) -> new Keyed(
                                row.getString("sort_key"),
                                new SiteRow(
                                        AddressView.of(row),
                                        row.getString("tier_name"),
                                        row.getString("technician_name"))))
                        .list();
            } catch (UnableToExecuteStatementException e) {
                throw after == null ? e : BusinessException.invalid("after", "cursor-invalid");
            }
        });
        var total = db.call(handle -> bind(
                        handle.createQuery(
                                "select count(*) from (select 1 from address a join tier t on t.id = a.tier_id "
                                        + conditions + " limit " + (Slice.COUNT_CAP + 1) + ") c"),
                        filter,
                        visibility,
                        words,
                        custom)
                .mapTo(Long.class)
                .one());
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        var next = rows.size() > limit ? shown.get(limit - 1).cursor() : null;
        return new Slice<>(
                shown.stream().map(Keyed::row).toList(),
                next,
                Math.min(total, Slice.COUNT_CAP),
                total <= Slice.COUNT_CAP);
    }

    private record Keyed(String key, SiteRow row) {

        String cursor() {
            return new Cursor(key, row.address().id()).encode();
        }
    }

    private Query bind(
            Query statement,
            SiteFilter filter,
            Visibility visibility,
            List<String> words,
            List<FieldSql.Where> custom) {
        visibility.bind(statement).bind("today", LocalDate.now(clock));
        AddressTagUse.TABLE.where(filter.tags(), "a.id").bind(statement);
        custom.forEach(condition -> condition.bind(statement));
        for (int i = 0; i < words.size(); i++) {
            statement.bind("word" + i, words.get(i));
        }
        if (filter.technician() != null) {
            statement.bind("technician", filter.technician());
        }
        return statement;
    }

    /** As patterns in which nothing but the ends is a wildcard. */
    private static List<String> words(String text) {
        return Stream.of((text == null ? "" : text).split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> '%' + folded(word).replaceAll("([\\\\%_])", "\\\\$1") + '%')
                .toList();
    }

    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}

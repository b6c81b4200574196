package fr.tiers.contact;

import fr.tiers.access.Visibility;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldJson;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;

/** Reads the rows of people and links. Decides nothing: who may do it is the services' part. */
@ApplicationScoped
public class ContactRows {

    /** Somebody one can turn to at the tier today; {@code l} is the link, {@code c} the person. */
    static final String CURRENT = "(l.active and c.active and (l.to_date is null or l.to_date >= :today))";

    private static final String SELECT =
            """
            select l.id, l.version, l.contact_id, l.tier_id, t.name as tier_name, c.civility, c.last_name, c.first_name,
                   l.email, l.phone, l.mobile, l.role, l.job_title, l.job_family, l.department, l.decision_role, l.main, l.active,
                   %s as current, l.reports_to, l.from_date, l.to_date, c.do_not_call, c.do_not_email,
                   array(select concat_ws(' ', a.weekday, a.from_time, a.to_time) from contact_availability a
                         where a.link_id = l.id order by a.weekday, a.from_time) as availability,
                   exists (select 1 from contact_photo f where f.contact_id = c.id) as photo, l.email_state, l.email_state_at
            from contact_link l join contact c on c.id = l.contact_id join tier t on t.id = l.tier_id
            """
                    .formatted(CURRENT);

    private final Db db;
    private final Clock clock;

    protected ContactRows() {
        this(null, null);
    }

    @Inject
    public ContactRows(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @return those one can turn to first, among them the main one, then by name */
    List<ContactLinkView> ofTier(long tierId) {
        return db.call(handle -> views(handle.createQuery(
                        SELECT + " where l.tier_id = :tierId order by l.main desc, current desc, c.sort_name, l.id")
                .bind("tierId", tierId)));
    }

    /** @return current ones first, newest first; only at tiers that may be seen */
    List<ContactLinkView> ofPerson(long contactId, Visibility visibility) {
        return db.call(handle -> views(visibility
                .bind(handle.createQuery(SELECT + " where l.contact_id = :contactId and " + visibility.predicate("t")
                        + " order by current desc, coalesce(l.from_date, 'infinity') desc, l.id desc"))
                .bind("contactId", contactId)));
    }

    Optional<ContactLinkView> link(long id) {
        return db.call(
                handle -> views(handle.createQuery(SELECT + " where l.id = :id").bind("id", id)).stream()
                        .findFirst());
    }

    private List<ContactLinkView> views(Query query) {
        return query.bind("today", today()).map((row, context) -> view(row)).list();
    }

    /** All custom values of a person, those that the caller may not see among them. */
    Map<String, Object> custom(long contactId) {
        return db.call(handle -> FieldJson.values(handle.createQuery("select custom from contact where id = :id")
                .bind("id", contactId)
                .mapTo(String.class)
                .one()));
    }

    List<Long> tiersOf(long contactId) {
        return db.call(handle -> handle.createQuery(
                        "select distinct tier_id from contact_link where contact_id = :id order by tier_id")
                .bind("id", contactId)
                .mapTo(Long.class)
                .list());
    }

    boolean hasLinks(long contactId) {
        return !tiersOf(contactId).isEmpty();
    }

    /** @param before what may stay although it is no longer offered; null for none */
    void requireJobFamily(String code, String before) {
        if (code != null && !code.equals(before) && !isOffered(code)) {
            throw BusinessException.invalid("jobFamily", "unknown-value", code);
        }
    }

    private boolean isOffered(String jobFamily) {
        return db.call(handle -> handle.createQuery(
                        "select exists (select 1 from contact_job_family where active and code = :code)")
                .bind("code", jobFamily)
                .mapTo(Boolean.class)
                .one());
    }

    /** For the change log; in the order of the form. */
    static Map<String, Object> values(ContactLinkView link) {
        var values = new LinkedHashMap<String, Object>();
        values.put("role", link.role());
        values.put("jobTitle", link.jobTitle());
        values.put("jobFamily", link.jobFamily());
        values.put("department", link.department());
        values.put("decisionRole", link.decisionRole());
        values.put("email", link.email());
        values.put("emailState", link.emailState() == EmailState.UNKNOWN ? null : link.emailState());
        values.put("phone", link.phone());
        values.put("mobile", link.mobile());
        values.put("main", link.main());
        values.put("active", link.active());
        values.put("reportsTo", link.reportsTo());
        values.put("from", link.from());
        values.put("to", link.to());
        values.put("availability", text(link.availability()));
        return values;
    }

    static Map<String, Object> values(PersonCommand person) {
        var values = new LinkedHashMap<String, Object>();
        values.put("civility", person.civility());
        values.put("lastName", person.lastName());
        values.put("firstName", person.firstName());
        values.put("birthday", person.birthday());
        values.put("language", person.language());
        values.put("linkedin", person.linkedin());
        values.put("facebook", person.facebook());
        values.put("x", person.x());
        values.put("notes", person.notes());
        values.put("doNotCall", person.doNotCall());
        values.put("doNotEmail", person.doNotEmail());
        values.put("personActive", person.active());
        values.put("extranetLogin", person.extranetLogin());
        values.putAll(CustomFields.texts(person.custom()));
        return values;
    }

    private static String text(List<Slot> slots) {
        return String.join(
                " · ",
                Stream.of(DayOfWeek.values())
                        .filter(day -> slots.stream().anyMatch(slot -> slot.day() == day))
                        .map(day -> day.getValue() + ": " + Slots.text(day, slots))
                        .toList());
    }

    static Long id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : id;
    }

    private static ContactLinkView view(ResultSet row) throws SQLException {
        var decides = row.getString("decision_role");
        var stateAt = row.getTimestamp("email_state_at");
        return new ContactLinkView(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("contact_id"),
                row.getLong("tier_id"),
                row.getString("tier_name"),
                row.getString("civility"),
                row.getString("last_name"),
                row.getString("first_name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("mobile"),
                row.getString("role"),
                row.getString("job_title"),
                row.getString("job_family"),
                row.getString("department"),
                decides == null ? null : DecisionRole.valueOf(decides),
                row.getBoolean("main"),
                row.getBoolean("active"),
                row.getBoolean("current"),
                id(row, "reports_to"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                row.getBoolean("do_not_call"),
                row.getBoolean("do_not_email"),
                Stream.of((String[]) row.getArray("availability").getArray())
                        .map(ContactRows::slot)
                        .toList(),
                row.getBoolean("photo"),
                EmailState.valueOf(row.getString("email_state")),
                stateAt == null ? null : stateAt.toInstant());
    }

    private static Slot slot(String text) {
        var parts = text.split(" ");
        return new Slot(DayOfWeek.of(Integer.parseInt(parts[0])), LocalTime.parse(parts[1]), LocalTime.parse(parts[2]));
    }
}

package fr.tiers.codelist;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/**
 * A list of codes that an administrator keeps and everybody reads. What is in use is deactivated, never deleted. A list is a
 * {@code @Stateless} class that names its table and its uses; {@link PlainList} when its entries have nothing special.
 *
 * @param <T> its entries
 */
@RolesAllowed(ADMINISTRATOR)
public abstract class CodeList<T extends CodeEntry> {

    private static final int MAX_POSITION = 100_000;

    @Inject
    Db db;

    private final String name;
    private final String table;
    private final List<String> uses;

    /**
     * @param name of an entry in refusals: {@code <name>-in-use}
     * @param table with code, version, label_fr, label_en, position, active and the columns of {@link #special}
     * @param uses queries that find a row where {@code :code} is in use
     */
    protected CodeList(String name, String table, String... uses) {
        this.name = name;
        this.table = table;
        this.uses = List.of(uses);
    }

    protected abstract T read(ResultSet row) throws SQLException;

    /** @return the columns that this list has beside those of every list, with their values */
    protected Map<String, Object> special(T entry) {
        return Map.of();
    }

    /** Adds what this list demands beyond what every list does. */
    protected void check(T entry, Checks checks) {}

    /** @param before null when the entry is new */
    protected void beforeSave(T before, T entry) {}

    /** @return whether the application itself counts on the code: never deleted, even when nothing uses it */
    protected boolean isNeeded(String code) {
        return false;
    }

    protected Db db() {
        return db;
    }

    /** In their order, the inactive ones too. */
    @PermitAll
    public List<T> all() {
        return db.call(handle -> handle.createQuery("select * from " + table + " order by position, code")
                .map((row, context) -> read(row))
                .list());
    }

    /** @throws BusinessException NOT_FOUND */
    @PermitAll
    public T get(String code) {
        return all().stream()
                .filter(entry -> entry.code().equals(code))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound(name, code));
    }

    /** @throws BusinessException INVALID with every violation, also when the code is taken */
    public T create(T entry) {
        var checks = new Checks()
                .holds(entry.code() != null && entry.code().matches("[A-Z][A-Z0-9_]{1,31}"), "code", "code-shape");
        refuse(entry, checks);
        beforeSave(null, entry);
        var values = values(entry);
        values.put("code", entry.code());
        var columns = values.keySet();
        var sql = "insert into %s (%s) values (%s) on conflict (code) do nothing"
                .formatted(
                        table,
                        String.join(", ", columns),
                        columns.stream().map(column -> ':' + column).collect(Collectors.joining(", ")));
        if (execute(sql, values) == 0) {
            throw BusinessException.invalid("code", "already-used", entry.code());
        }
        return get(entry.code());
    }

    /** @throws BusinessException NOT_FOUND; INVALID with every violation; STALE with the version */
    public T update(T entry) {
        var before = get(entry.code());
        refuse(entry, new Checks());
        beforeSave(before, entry);
        var values = values(entry);
        var sql = "update %s set version = version + 1, %s where code = :code and version = :version"
                .formatted(
                        table,
                        values.keySet().stream()
                                .map(column -> column + " = :" + column)
                                .collect(Collectors.joining(", ")));
        values.put("code", entry.code());
        values.put("version", entry.version());
        if (execute(sql, values) == 0) {
            throw BusinessException.stale(name, entry.code());
        }
        return get(entry.code());
    }

    /** @throws BusinessException NOT_FOUND; CONFLICT {@code <name>-in-use}: to be deactivated instead */
    public void delete(String code) {
        var entry = get(code);
        if (isNeeded(code)) {
            throw inUse(entry);
        }
        refuseUsed(entry);
        db.run(handle -> handle.execute("delete from " + table + " where code = ?", code));
    }

    /** @throws BusinessException CONFLICT {@code <name>-in-use} */
    protected void refuseUsed(T entry) {
        for (var use : uses) {
            if (db.call(handle -> handle.createQuery("select exists (" + use + ")")
                    .bind("code", entry.code())
                    .mapTo(Boolean.class)
                    .one())) {
                throw inUse(entry);
            }
        }
    }

    private BusinessException inUse(T entry) {
        return new BusinessException(Kind.CONFLICT, name + "-in-use", entry.labelFr());
    }

    private void refuse(T entry, Checks checks) {
        checks.required("labelFr", entry.labelFr())
                .text("labelFr", entry.labelFr())
                .required("labelEn", entry.labelEn())
                .text("labelEn", entry.labelEn())
                .holds(
                        Math.abs((long) entry.position()) <= MAX_POSITION,
                        "position",
                        "out-of-range",
                        -MAX_POSITION,
                        MAX_POSITION);
        check(entry, checks);
        checks.refuse();
    }

    private Map<String, Object> values(T entry) {
        var values = new LinkedHashMap<>(special(entry));
        values.put("label_fr", entry.labelFr());
        values.put("label_en", entry.labelEn());
        values.put("position", entry.position());
        values.put("active", entry.active());
        return values;
    }

    private int execute(String sql, Map<String, Object> values) {
        return db.call(handle -> handle.createUpdate(sql).bindMap(values).execute());
    }
}

package fr.tiers.exchange;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.tiers.access.Action;
import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** The mappings that were kept under a name: shared by all who import. */
@Stateless
@PermitAll
public class Mappings {

    private static final int MAX_NAME = 80;
    private static final TypeReference<ImportSettings> SETTINGS = new TypeReference<>() {};

    @Inject
    private Db db;

    @Inject
    private Clock clock;

    @Inject
    private Callers callers;

    @Inject
    private TierAccess access;

    /** By name. */
    public List<SavedMapping> list() {
        access.require(Action.IMPORT);
        return db.call(handle -> handle.createQuery("select * from exchange_mapping order by fold(name), id")
                .map((row, context) -> mapping(row))
                .list());
    }

    /** @throws BusinessException NOT_FOUND */
    public SavedMapping get(long id) {
        access.require(Action.IMPORT);
        return db.call(handle -> handle.createQuery("select * from exchange_mapping where id = :id")
                        .bind("id", id)
                        .map((row, context) -> mapping(row))
                        .findOne())
                .orElseThrow(() -> BusinessException.notFound("import-mapping", id));
    }

    /**
     * Keeps settings under a name; a mapping of that name becomes this one.
     *
     * @throws BusinessException INVALID on {@code name}
     */
    public SavedMapping save(String name, ImportSettings settings) {
        access.require(Action.IMPORT);
        var plain = Checks.trim(name);
        var checks = new Checks().required("name", plain).text("name", plain, MAX_NAME);
        checks.holds(settings != null && !settings.columns().isEmpty(), "settings", "required");
        if (settings != null) {
            settings.columns().forEach(column -> checks.required("settings", column.column())
                    .text("settings", column.column())
                    .text("settings", column.field()));
        }
        checks.refuse();
        long id = db.call(handle -> handle.createQuery(
                        """
                        insert into exchange_mapping (name, settings, updated_by, updated_at)
                        values (:name, cast(:settings as jsonb), :by, :now)
                        on conflict (fold(name)) do update set version = exchange_mapping.version + 1, name = excluded.name,
                               settings = excluded.settings, updated_by = excluded.updated_by, updated_at = excluded.updated_at
                        returning id
                        """)
                .bind("name", plain)
                .bind("settings", ExchangeJson.write(settings))
                .bind("by", callers.current().login())
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
        return get(id);
    }

    /** @throws BusinessException STALE with the version */
    public void delete(long id, long version) {
        get(id);
        int deleted = db.call(
                handle -> handle.createUpdate("delete from exchange_mapping where id = :id and version = :version")
                        .bind("id", id)
                        .bind("version", version)
                        .execute());
        if (deleted == 0) {
            throw BusinessException.stale("import-mapping", id);
        }
    }

    private static SavedMapping mapping(ResultSet row) throws SQLException {
        return new SavedMapping(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("name"),
                ExchangeJson.read(row.getString("settings"), SETTINGS),
                row.getString("updated_by"),
                row.getTimestamp("updated_at").toInstant());
    }
}

package fr.tiers.organisation;

import fr.tiers.access.Callers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** Shows and changes the functional settings of all features. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class SettingService {

    @Inject
    Db db;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Inject
    Callers callers;

    private record Chosen(String code, long version, String value, String by, Instant at) {}

    /** Every setting, by code. */
    public List<SettingView> all() {
        Map<String, Chosen> chosen =
                db.call(handle -> handle.createQuery("select code, version, value, changed_by, changed_at from setting")
                        .map((row, context) -> chosen(row))
                        .collect(Collectors.toMap(Chosen::code, row -> row)));
        return settings.all().stream()
                .map(setting -> view(setting, chosen.get(setting.code())))
                .toList();
    }

    /** @throws BusinessException NOT_FOUND */
    public SettingView get(String code) {
        return all().stream()
                .filter(setting -> setting.code().equals(code))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("setting", code));
    }

    /**
     * @param version what was read; 0 for a setting that nobody has changed yet
     * @param value {@code true} or {@code false}, a choice, codes of groups separated by commas, or a text
     * @throws BusinessException NOT_FOUND; INVALID on {@code value}; STALE when somebody else has changed it since
     */
    public SettingView change(String code, long version, String value) {
        var setting = settings.find(code).orElseThrow(() -> BusinessException.notFound("setting", code));
        var accepted = setting.accept(value, groups());
        int written = db.call(handle -> handle.createUpdate(
                        """
                        insert into setting as s (code, value, changed_by, changed_at) select :code, :value, :by, :now
                        where :version = 0 or exists (select 1 from setting k where k.code = :code)
                        on conflict (code) do update set value = excluded.value, version = s.version + 1,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        where s.version = :version
                        """)
                .bind("code", code)
                .bind("value", accepted)
                .bind("version", version)
                .bind("by", callers.current().login())
                .bind("now", clock.instant())
                .execute());
        if (written == 0) {
            throw BusinessException.stale("setting", code);
        }
        return get(code);
    }

    private Set<String> groups() {
        return db.call(handle -> handle.createQuery("select code from user_group")
                .mapTo(String.class)
                .set());
    }

    private static Chosen chosen(ResultSet row) throws SQLException {
        return new Chosen(
                row.getString("code"),
                row.getLong("version"),
                row.getString("value"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static SettingView view(Setting setting, Chosen chosen) {
        boolean changed = chosen != null;
        return new SettingView(
                setting.code(),
                changed ? chosen.version() : 0,
                setting.kind().name(),
                changed ? chosen.value() : setting.byDefault(),
                setting.byDefault(),
                setting.choices(),
                changed ? chosen.by() : null,
                changed ? chosen.at() : null);
    }
}

package fr.tiers.happening;

import fr.tiers.access.Callers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

/** The catalogue of business happenings; administrators say which of them are written among the events of the tier. */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
public class Happenings {

    @Inject
    Db db;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    private record Switch(boolean on, long version) {}

    public List<HappeningView> all() {
        Map<String, Switch> switches = db.call(handle -> handle
                .createQuery("select code, writes_event, version from happening_setting")
                .map((row, context) -> Map.entry(
                        row.getString("code"), new Switch(row.getBoolean("writes_event"), row.getLong("version"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return HappeningCode.offered().stream()
                .map(code -> view(code, switches.getOrDefault(code.name(), new Switch(false, 0))))
                .toList();
    }

    /** @throws BusinessException NOT_FOUND for a code that is not in the catalogue */
    public HappeningView get(String code) {
        return all().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("happening", code));
    }

    /**
     * Says whether a code is written among the events from now on; what is written stays.
     *
     * @throws BusinessException NOT_FOUND; STALE; REFUSED {@code happening-is-event} for what is an event already
     */
    @RolesAllowed(ADMINISTRATOR)
    public HappeningView change(String code, long version, boolean writesEvent) {
        var before = get(code);
        if (!before.canWriteEvent()) {
            throw new BusinessException(Kind.REFUSED, "happening-is-event");
        }
        int changed = db.call(handle -> handle.createUpdate(
                        """
                        update happening_setting set version = version + 1, writes_event = :on, updated_by = :login, updated_at = :now
                        where code = :code and version = :version
                        """)
                .bind("code", code)
                .bind("version", version)
                .bind("on", writesEvent)
                .bind("login", callers.current().login())
                .bind("now", clock.instant())
                .execute());
        if (changed == 0) {
            throw BusinessException.stale("happening", code);
        }
        return get(code);
    }

    private static HappeningView view(HappeningCode code, Switch set) {
        return new HappeningView(
                code.name(),
                code.group().name(),
                code.label("fr"),
                code.label("en"),
                set.on(),
                code.canWriteEvent(),
                set.version());
    }
}

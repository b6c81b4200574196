package fr.tiers.event;

import fr.tiers.codelist.CodeList;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of events. Those that every kind starts with stay: the application itself writes them. */
@Stateless
public class EventTypes extends CodeList<EventType> {

    private static final Set<String> COLOURS = Set.of("grey", "blue", "green", "orange", "red", "purple", "teal");
    private static final Set<String> NEEDED =
            Stream.of(EventKind.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    public EventTypes() {
        super("event-type", "event_type", "select 1 from event where type = :code");
    }

    @Override
    protected EventType read(ResultSet row) throws SQLException {
        return new EventType(
                row.getString("code"),
                row.getLong("version"),
                EventKind.valueOf(row.getString("kind")),
                row.getString("label_fr"),
                row.getString("label_en"),
                row.getString("colour"),
                row.getString("icon"),
                row.getInt("position"),
                row.getBoolean("active"));
    }

    @Override
    protected Map<String, Object> special(EventType type) {
        return Map.of("kind", type.kind().name(), "colour", type.colour(), "icon", type.icon());
    }

    @Override
    protected void check(EventType type, Checks checks) {
        checks.required("kind", type.kind())
                .required("colour", type.colour())
                .oneOf("colour", type.colour(), COLOURS)
                .holds(
                        type.icon() != null && type.icon().matches("pi-[a-z0-9-]{1,40}"),
                        "icon",
                        "unknown-value",
                        type.icon())
                .holds(type.active() || !isNeeded(type.code()), "active", "needed");
    }

    /** Events that are there would have fields of another kind. */
    @Override
    protected void beforeSave(EventType before, EventType type) {
        if (before != null && before.kind() != type.kind()) {
            throw BusinessException.invalid("kind", "immutable", before.kind());
        }
    }

    @Override
    protected boolean isNeeded(String code) {
        return NEEDED.contains(code);
    }
}

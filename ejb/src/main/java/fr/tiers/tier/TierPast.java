package fr.tiers.tier;

import fr.tiers.customfield.CustomFields;
import fr.tiers.history.Past;
import fr.tiers.history.Replay;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A tier as it stood at the end of a past day: its record of today with every change since undone. */
@Stateless
@PermitAll
public class TierPast {

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    TierReader reader;

    @Inject
    Replay replay;

    @Inject
    TierTagStore tags;

    @Inject
    CustomFields customFields;

    /**
     * The version is today's: it is what a change must name.
     *
     * @throws BusinessException INVALID for a day to come; NOT_FOUND for a tier that is not the caller's to see, or was not there yet
     */
    public TierView get(long id, LocalDate day) {
        var end = Past.endOf(day, clock);
        var now = reader.get(id);
        if (!now.createdAt().isBefore(end)) {
            throw BusinessException.notFound("tier", id);
        }
        var state = replay.before(end, id, "tier", Map.of(id, TierMapping.values(now)));
        var then = state.things().getOrDefault(id, Map.of());
        return view(now, then, tags.before(end, id, replay), marks(id, end, now));
    }

    /** What is not a field itself, but told by the lines about fields. */
    private record Marks(
            Instant updatedAt,
            String updatedBy,
            Instant blockedAt,
            String blockedBy,
            Instant watchedAt,
            String watchedBy,
            LocalDate closedOn) {}

    private record Stamp(Instant at, String by) {}

    private Marks marks(long id, Instant end, TierView now) {
        var updated = stamp(id, end, "true", new Stamp(now.createdAt(), now.createdBy()));
        var blocked =
                stamp(id, end, "field = 'blocked' and new_value = 'true'", new Stamp(now.blockedAt(), now.blockedBy()));
        var watched = stamp(
                id, end, "field = 'underWatch' and new_value = 'true'", new Stamp(now.watchedAt(), now.watchedBy()));
        var closed = stamp(id, end, "field = 'status' and new_value = 'CLOSED'", null);
        return new Marks(
                updated.at(),
                updated.by(),
                blocked.at(),
                blocked.by(),
                watched.at(),
                watched.by(),
                closed == null ? now.closedOn() : LocalDate.ofInstant(closed.at(), clock.getZone()));
    }

    /** @param condition ours, never from outside */
    private Stamp stamp(long id, Instant end, String condition, Stamp otherwise) {
        return db.call(handle -> handle.createQuery(
                                "select at, author from history_entry where tier_id = :id and entity = 'tier' and at < :end and "
                                        + condition + " order by id desc limit 1")
                        .bind("id", id)
                        .bind("end", end)
                        .map((row, context) -> new Stamp(row.getTimestamp("at").toInstant(), row.getString("author")))
                        .findOne())
                .orElse(otherwise);
    }

    private TierView view(TierView now, Map<String, String> then, List<String> worn, Marks marks) {
        var parts = new HashMap<String, Object>();
        for (var component : TierView.class.getRecordComponents()) {
            var name = component.getName();
            parts.put(
                    name, TierFields.names().contains(name) ? parsed(component, then.get(name)) : read(component, now));
        }
        parts.put("tags", worn);
        parts.put("custom", customFields.seen(TierFieldOwner.OBJECT, customFields.parsed(TierFieldOwner.OBJECT, then)));
        // erased since
        parts.putIfAbsent("name", now.name());
        parts.put("address", address(then));
        parts.put("individual", "INDIVIDUAL".equals(then.get("kind")));
        parts.put("closedOn", "CLOSED".equals(then.get("status")) ? marks.closedOn() : null);
        boolean blocked = "true".equals(then.get("blocked"));
        parts.put("blockedAt", blocked ? marks.blockedAt() : null);
        parts.put("blockedBy", blocked ? marks.blockedBy() : null);
        boolean watched = "true".equals(then.get("underWatch"));
        parts.put("watchedAt", watched ? marks.watchedAt() : null);
        parts.put("watchedBy", watched ? marks.watchedBy() : null);
        parts.put("salesUnitName", name("select name from sales_unit where code = :key", parts.get("salesUnit")));
        parts.put("ownerName", name("select display_name from app_user where login = :key", parts.get("owner")));
        parts.put("parentName", parentName((Long) parts.get("parent")));
        parts.put("updatedAt", marks.updatedAt());
        parts.put("updatedBy", marks.updatedBy());
        return build(TierView.class, parts);
    }

    private static MainAddress.View address(Map<String, String> then) {
        var parts = new HashMap<String, Object>();
        for (var component : MainAddress.View.class.getRecordComponents()) {
            parts.put(component.getName(), parsed(component, then.get("address." + component.getName())));
        }
        return build(MainAddress.View.class, parts);
    }

    /** From the text of the change log, see {@link TierFields#text}. */
    private static Object parsed(RecordComponent component, String text) {
        var type = component.getType();
        if (type == List.class) {
            var items = text == null ? Stream.<String>empty() : Arrays.stream(text.split(", "));
            return "otherEmails".equals(component.getName())
                    ? items.map(TierPast::email).toList()
                    : items.toList();
        }
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        if (text == null || type == String.class) {
            return text;
        }
        if (type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == Long.class) {
            return Long.valueOf(text);
        }
        if (type == Double.class) {
            return Double.valueOf(text);
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(text);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        throw new IllegalStateException("A tier's " + component.getName() + " cannot be read from text");
    }

    /** As {@link OtherEmail#toString} wrote it. */
    private static OtherEmail email(String text) {
        int type = text.lastIndexOf(" (");
        return new OtherEmail(text.substring(type + 2, text.length() - 1), text.substring(0, type));
    }

    private static Object read(RecordComponent component, TierView view) {
        try {
            return component.getAccessor().invoke(view);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A tier's " + component.getName() + " cannot be read", e);
        }
    }

    private static <R> R build(Class<R> type, Map<String, Object> parts) {
        var components = type.getRecordComponents();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> parts.get(component.getName()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A " + type.getSimpleName() + " cannot be put together", e);
        }
    }

    /** As today's record: a tier that is not the caller's to see has no name here either. */
    private String parentName(Long parent) {
        return parent == null ? null : reader.find(parent).map(TierView::name).orElse(null);
    }

    private String name(String sql, Object key) {
        return key == null
                ? null
                : db.call(handle -> handle.createQuery(sql)
                        .bind("key", key)
                        .mapTo(String.class)
                        .findOne()
                        .orElse(null));
    }
}

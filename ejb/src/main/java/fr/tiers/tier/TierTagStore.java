package fr.tiers.tier;

import fr.tiers.history.Authors;
import fr.tiers.history.Change;
import fr.tiers.history.History;
import fr.tiers.history.Replay;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.tag.Tag;
import fr.tiers.tag.TagChange;
import fr.tiers.tag.TagRows;
import fr.tiers.tag.Tags;
import fr.tiers.tag.WornTags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which tags a tier wears, each change with its line of the history; asked by services that have checked who may. */
@ApplicationScoped
public class TierTagStore {

    private static final String FIELD = TagChange.FIELD;
    private static final String OBJECT = TierTagUse.TABLE.object();

    private final Db db;
    private final Tags tags;
    private final TagRows rows;
    private final History history;
    private final Authors authors;

    protected TierTagStore() {
        this(null, null, null, null, null);
    }

    @Inject
    public TierTagStore(Db db, Tags tags, TagRows rows, History history, Authors authors) {
        this.db = db;
        this.tags = tags;
        this.rows = rows;
        this.history = history;
        this.authors = authors;
    }

    /**
     * What the labels of a form or a body stand for. Called before the tier is written, so that everything wrong is known at once.
     *
     * @param now what the tier wears already; may stay even when it is inactive
     */
    List<Tag> resolve(List<String> labels, List<String> now) {
        if (labels.size() > WornTags.MAX) {
            throw BusinessException.invalid(FIELD, "too-many", WornTags.MAX);
        }
        var wanted = new LinkedHashMap<Long, Tag>();
        for (var label : labels) {
            requireLabel(label);
            var known = now.contains(label) ? tags.find(OBJECT, label) : Optional.<Tag>empty();
            var tag = known.orElseGet(
                    () -> db.steady(List.of("tag", label), handle -> tags.publish(FIELD, OBJECT, label)));
            wanted.put(tag.id(), tag);
        }
        return List.copyOf(wanted.values());
    }

    /** The labels as {@link #resolve} would write them, and the same refusals; a new label becomes no tag yet. */
    List<String> labels(List<String> labels, List<String> now) {
        if (labels.size() > WornTags.MAX) {
            throw BusinessException.invalid(FIELD, "too-many", WornTags.MAX);
        }
        return labels.stream()
                .peek(TierTagStore::requireLabel)
                .map(label -> now.contains(label)
                        ? label
                        : db.steady(List.of("tag.admitted", label), handle -> tags.admit(FIELD, OBJECT, label)))
                .distinct()
                .toList();
    }

    private static void requireLabel(String label) {
        if (label == null || label.isBlank()) {
            throw BusinessException.invalid(FIELD, "required");
        }
    }

    /** The tags of a tier that is new. */
    void wear(long tierId, List<Tag> wanted) {
        for (var tag : wanted) {
            db.write(
                    "insert into tier_tag (tier_id, tag_id) values (:tier, :tag)",
                    batch -> batch.bind("tier", tierId).bind("tag", tag.id()).add());
            log(tierId, tag, true);
        }
    }

    /** Makes the tags of a tier these; part of the save of the tier, which counts the version itself. */
    void replace(long tierId, List<Tag> wanted) {
        Map<Long, Tag> now = worn(tierId).stream().collect(Collectors.toMap(Tag::id, tag -> tag));
        for (var tag : wanted) {
            if (now.remove(tag.id()) == null && rows.insert(TierTagUse.TABLE, tierId, tag)) {
                log(tierId, tag, true);
            }
        }
        now.values().forEach(tag -> {
            rows.delete(TierTagUse.TABLE, tierId, tag);
            log(tierId, tag, false);
        });
    }

    private List<Tag> worn(long tierId) {
        return rows.worn(TierTagUse.TABLE, tierId);
    }

    void log(long tierId, Tag tag, boolean comes) {
        var change = comes ? new Change(FIELD, null, tag.label()) : new Change(FIELD, tag.label(), null);
        history.member(authors.current(), "tier", tierId, tierId, FIELD, String.valueOf(tag.id()), change);
    }

    /** The tags that a tier wore at a moment, by the words they have today; one that is gone by the word it had. */
    List<String> before(Instant moment, long tierId, Replay replay) {
        var now = new LinkedHashMap<String, String>();
        worn(tierId).forEach(tag -> now.put(String.valueOf(tag.id()), tag.label()));
        var then = replay.members(moment, tierId, "tier", FIELD, now);
        return db.call(handle -> handle.createQuery(
                        """
                        select coalesce(g.label, m.word) as word
                        from unnest(:keys, :words) as m (key, word) left join tag g on g.id::text = m.key
                        order by fold(coalesce(g.label, m.word))
                        """)
                .bindArray("keys", String.class, List.copyOf(then.keySet()))
                .bindArray("words", String.class, List.copyOf(then.values()))
                .mapTo(String.class)
                .list());
    }
}

package fr.tiers.tier;

import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.tag.Tag;
import fr.tiers.tag.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which tags a tier wears, each change with its line of the history; asked by services that have checked who may. */
@ApplicationScoped
public class TierTagStore {

    static final int MAX_TAGS = 50;
    private static final String FIELD = "tags";

    private final Db db;
    private final Tags tags;
    private final History history;
    private final Authors authors;

    protected TierTagStore() {
        this(null, null, null, null);
    }

    @Inject
    public TierTagStore(Db db, Tags tags, History history, Authors authors) {
        this.db = db;
        this.tags = tags;
        this.history = history;
        this.authors = authors;
    }

    /**
     * What the labels of a form or a body stand for. Called before the tier is written, so that everything wrong is known at once.
     *
     * @param now what the tier wears already; may stay even when it is inactive
     */
    List<Tag> resolve(List<String> labels, List<String> now) {
        if (labels.size() > MAX_TAGS) {
            throw BusinessException.invalid(FIELD, "too-many", MAX_TAGS);
        }
        var wanted = new LinkedHashMap<Long, Tag>();
        for (var label : labels) {
            if (label == null || label.isBlank()) {
                throw BusinessException.invalid(FIELD, "required");
            }
            var known = now.contains(label) ? tags.find(TierTagUse.OBJECT, label) : Optional.<Tag>empty();
            var tag = known.orElseGet(() -> tags.publish(FIELD, TierTagUse.OBJECT, label));
            wanted.put(tag.id(), tag);
        }
        return List.copyOf(wanted.values());
    }

    /** Makes the tags of a tier these; part of the save of the tier, which counts the version itself. */
    void replace(long tierId, List<Tag> wanted) {
        Map<Long, Tag> now = worn(tierId).stream().collect(Collectors.toMap(Tag::id, tag -> tag));
        for (var tag : wanted) {
            if (now.remove(tag.id()) == null && insert(tierId, tag)) {
                log(tierId, null, tag.label());
            }
        }
        now.values().forEach(tag -> {
            delete(tierId, tag);
            log(tierId, tag.label(), null);
        });
    }

    List<Tag> worn(long tierId) {
        return tags.chosen("select tag_id from tier_tag where tier_id = :of", tierId);
    }

    boolean insert(long tierId, Tag tag) {
        return db.call(handle -> handle.createUpdate(
                                "insert into tier_tag (tier_id, tag_id) values (:tier, :tag) on conflict do nothing")
                        .bind("tier", tierId)
                        .bind("tag", tag.id())
                        .execute())
                == 1;
    }

    void delete(long tierId, Tag tag) {
        db.run(handle -> handle.execute("delete from tier_tag where tier_id = ? and tag_id = ?", tierId, tag.id()));
    }

    void log(long tierId, String before, String after) {
        history.updated(
                authors.current(),
                "tier",
                tierId,
                tierId,
                Map.of(FIELD, Objects.requireNonNullElse(before, "")),
                Map.of(FIELD, Objects.requireNonNullElse(after, "")));
    }
}

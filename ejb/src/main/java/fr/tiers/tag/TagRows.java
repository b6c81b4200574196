package fr.tiers.tag;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The rows that say who wears what. Decides nothing: who may, and what follows, is the services' part. */
@ApplicationScoped
public class TagRows {

    private final Db db;
    private final Tags tags;

    protected TagRows() {
        this(null, null);
    }

    @Inject
    public TagRows(Db db, Tags tags) {
        this.db = db;
        this.tags = tags;
    }

    /** By label. */
    public List<Tag> worn(TagTable table, long id) {
        return tags.chosen("select tag_id from %s where %s = :of".formatted(table.name(), table.owner()), id);
    }

    /** @return false when the object wore the tag already */
    public boolean insert(TagTable table, long id, Tag tag) {
        return db.call(handle -> handle.createUpdate(
                                "insert into %s (%s, tag_id) values (:id, :tag) on conflict do nothing"
                                        .formatted(table.name(), table.owner()))
                        .bind("id", id)
                        .bind("tag", tag.id())
                        .execute())
                == 1;
    }

    public void delete(TagTable table, long id, Tag tag) {
        db.run(handle -> handle.execute(
                "delete from %s where %s = ? and tag_id = ?".formatted(table.name(), table.owner()), id, tag.id()));
    }
}

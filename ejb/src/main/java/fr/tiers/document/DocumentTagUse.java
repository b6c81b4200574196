package fr.tiers.document;

import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.Db;
import fr.tiers.tag.TagChange;
import fr.tiers.tag.TagTable;
import fr.tiers.tag.TagUse;
import fr.tiers.tier.TierTouched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/** Documents wear tags; whoever may read or change a document may do so with its tags. */
@ApplicationScoped
public class DocumentTagUse implements TagUse {

    public static final String OBJECT = "DOCUMENT";

    static final TagTable TABLE = new TagTable(OBJECT, "document_tag", "document_id");

    private final Db db;
    private final Clock clock;
    private final Documents documents;
    private final TierAccess access;
    private final History history;
    private final Authors authors;
    private final Event<TierTouched> touched;

    protected DocumentTagUse() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public DocumentTagUse(
            Db db,
            Clock clock,
            Documents documents,
            TierAccess access,
            History history,
            Authors authors,
            Event<TierTouched> touched) {
        this.db = db;
        this.clock = clock;
        this.documents = documents;
        this.access = access;
        this.history = history;
        this.authors = authors;
        this.touched = touched;
    }

    @Override
    public TagTable table() {
        return TABLE;
    }

    @Override
    public void requireVisible(long id) {
        documents.get(id);
    }

    @Override
    public void requireEditable(long id) {
        access.requireEditable(documents.get(id).tierId());
    }

    @Override
    public void changed(long id, TagChange change) {
        var author = authors.current();
        long tierId = db.call(handle -> handle.createQuery(
                        """
                        update document set version = version + 1, updated_by = :author, updated_at = :now where id = :id
                        returning tier_id
                        """)
                .bind("author", author.login())
                .bind("now", clock.instant())
                .bind("id", id)
                .mapTo(Long.class)
                .one());
        history.updated(author, "document", id, tierId, change.valuesBefore(), change.valuesAfter());
        touched.fire(new TierTouched(tierId));
    }
}

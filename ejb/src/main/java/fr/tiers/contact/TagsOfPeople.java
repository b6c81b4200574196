package fr.tiers.contact;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** What a merge means for the tags of two people who are one. */
@ApplicationScoped
public class TagsOfPeople implements PersonAttachment {

    private final Db db;

    protected TagsOfPeople() {
        this(null);
    }

    @Inject
    public TagsOfPeople(Db db) {
        this.db = db;
    }

    @Override
    public String feature() {
        return "tag";
    }

    @Override
    public Set<String> tables() {
        return Set.of("contact_tag");
    }

    @Override
    public void reattach(long from, long to) {
        db.run(handle -> {
            handle.execute(
                    """
                    delete from contact_tag f using contact_tag t where f.contact_id = ? and t.contact_id = ? and t.tag_id = f.tag_id
                    """,
                    from,
                    to);
            handle.execute("update contact_tag set contact_id = ? where contact_id = ?", to, from);
        });
    }
}

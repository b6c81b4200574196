package fr.tiers.note;

import fr.tiers.access.Callers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TableAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What merge, delete, anonymise and export mean for notes. All of them move or go; counted and handed out are those that the caller may
 * read.
 */
@ApplicationScoped
public class NoteAttachment extends TableAttachment {

    private final Db db;
    private final Callers callers;

    protected NoteAttachment() {
        this(null, null);
    }

    @Inject
    public NoteAttachment(Db db, Callers callers) {
        super(db, "note", "note");
        this.db = db;
        this.callers = callers;
    }

    @Override
    public long count(long tierId) {
        return db.call(handle -> handle.createQuery(
                        "select count(*) from note n where n.tier_id = :tier and " + NoteRows.VISIBLE)
                .bind("tier", tierId)
                .bind("viewer", viewer())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void reattach(long fromTierId, long toTierId) {
        move("update note set version = version + 1, tier_id = :to where tier_id = :from", fromTierId, toTierId);
    }

    /** Nobody can tell whom a text names. */
    @Override
    public void anonymise(long tierId) {
        delete(tierId);
    }

    @Override
    public void export(long tierId, PersonalDataExport out) {
        out.section(feature(), db.call(handle -> handle.createQuery(
                        """
                                select case when n.private then 'PRIVATE' else 'PUBLIC' end as visibility, n.pinned, n.body, u.login as author,
                                       n.created_at::text as created_at, n.updated_at::text as updated_at
                                from note n join app_user u on u.id = n.author_id
                                where n.tier_id = :tier and %s order by n.created_at, n.id
                                """
                                .formatted(NoteRows.VISIBLE))
                .bind("tier", tierId)
                .bind("viewer", viewer())
                .mapToMap()
                .list()));
    }

    /** Nobody at all, where nobody is known: a private note is not theirs then either. */
    private long viewer() {
        try {
            return callers.current().userId();
        } catch (BusinessException e) {
            return 0;
        }
    }
}

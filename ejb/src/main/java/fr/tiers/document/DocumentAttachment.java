package fr.tiers.document;

import fr.tiers.kernel.Db;
import fr.tiers.tier.PersonalDataExport;
import fr.tiers.tier.TableAttachment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;

/** What merge, delete, anonymise and export mean for the files of a tier. Versions and contents go where their document goes. */
@ApplicationScoped
public class DocumentAttachment extends TableAttachment {

    private final Db db;

    protected DocumentAttachment() {
        this(null);
    }

    @Inject
    public DocumentAttachment(Db db) {
        super(db, "document", "document");
        this.db = db;
    }

    /** Every file moves; where both tiers have a name, the one that comes gets a number. */
    @Override
    public void reattach(long fromTierId, long toTierId) {
        record Moving(long id, String name) {}
        db.run(handle -> handle.createQuery("select id, name from document where tier_id = :from order by id")
                .bind("from", fromTierId)
                .map((row, context) -> new Moving(row.getLong("id"), row.getString("name")))
                .list()
                .forEach(document -> handle.createUpdate(
                                "update document set version = version + 1, tier_id = :to, name = :name where id = :id")
                        .bind("to", toTierId)
                        .bind("name", FileNames.free(document.name(), name -> isTaken(handle, toTierId, name)))
                        .bind("id", document.id())
                        .execute()));
    }

    private static boolean isTaken(Handle handle, long tierId, String name) {
        return handle.createQuery(
                        "select exists (select 1 from document where tier_id = :tier and fold(name) = fold(:name))")
                .bind("tier", tierId)
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }

    /** Nobody can tell whom a file names, nor whom its own name does: all of them go, with every version. */
    @Override
    public void anonymise(long tierId) {
        delete(tierId);
    }

    /** Lists the files; their contents can be fetched one by one. */
    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                """
                select d.id, d.name, c.label_fr as category, d.description, d.published, v.number, v.file_name, v.media_type, v.size,
                       v.sha256, v.author, v.created_at::text as created_at, %s as tags
                from document d join document_version v on v.document_id = d.id left join document_category c on c.id = d.category_id
                where d.tier_id = :tier order by d.id, v.number
                """
                        .formatted(DocumentTagUse.TABLE.text("d.id")),
                tierId,
                out);
    }
}

package fr.tiers.document;

import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

/** Files on a tier, and the general document base: those of them that were published. Extranet users see neither. */
@Stateless
@PermitAll
public class Documents {

    /** May publish, and delete what others uploaded. */
    private static final Role[] KEEPERS = {Role.ADMINISTRATOR, Role.SALES_MANAGER, Role.ASSISTANT};

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    Callers callers;

    @Inject
    TierAccess access;

    @Inject
    History history;

    @Inject
    Authors authors;

    @Inject
    DocumentContent content;

    @Inject
    Event<TierTouched> touched;

    /** @return latest change first */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
    public Slice<DocumentView> ofTier(long tierId, DocumentFilter filter, String after, int limit) {
        access.requireVisible(tierId);
        return query().list(tierId, filter, after, limit);
    }

    /** The general document base: what is published, of the tiers the caller may see. */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
    public Slice<DocumentView> base(DocumentFilter filter, String after, int limit) {
        return query().list(null, filter, after, limit);
    }

    /** @throws BusinessException NOT_FOUND also when its tier is not the caller's to see */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
    public DocumentView get(long id) {
        return query().one(id).orElseThrow(() -> BusinessException.notFound("document", id));
    }

    /** @return every file the document has had, latest first */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
    public List<DocumentVersion> versions(long id) {
        get(id);
        return db.call(handle -> handle.createQuery(
                        "select * from document_version where document_id = :id order by number desc")
                .bind("id", id)
                .map((row, context) -> new DocumentVersion(
                        row.getInt("number"),
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getString("author"),
                        row.getTimestamp("created_at").toInstant()))
                .list());
    }

    /**
     * @param number of the version; null for the current one
     * @throws BusinessException NOT_FOUND when there is no such version either
     */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
    public DocumentFile file(long id, Integer number) {
        var document = get(id);
        int wanted = number == null ? document.number() : number;
        return db.call(handle -> handle.createQuery(
                                "select * from document_version where document_id = :id and number = :number")
                        .bind("id", id)
                        .bind("number", wanted)
                        .map((row, context) -> new DocumentFile(
                                row.getLong("id"),
                                wanted,
                                FileNames.forDownload(document.name(), row.getString("file_name")),
                                row.getString("media_type"),
                                row.getLong("size"),
                                row.getString("sha256")))
                        .findOne())
                .orElseThrow(() -> BusinessException.notFound("document-version", wanted));
    }

    /** To be asked before a file is taken in, so that nobody sends in vain. */
    public void requireRoomAt(long tierId) {
        access.requireEditable(tierId);
    }

    /** To be asked before a new version is taken in. */
    public void requireChangeable(long id) {
        access.requireEditable(get(id).tierId());
    }

    /**
     * Keeps a file that has arrived.
     *
     * @return the new document, or the one that has a new version now
     * @throws BusinessException CONFLICT {@code document-name-taken} when the tier has a document of that name and nobody said what to do
     */
    public DocumentView add(long tierId, DocumentCommand wish, Received file, Clash clash) {
        access.requireEditable(tierId);
        var command = wish.named(file.fileName());
        command.check();
        requirePublisher(command.isPublished());
        // two uploads of one name: the second waits here and then finds the first
        db.run(handle -> handle.createQuery("select id from tier where id = :id for no key update")
                .bind("id", tierId)
                .mapTo(Long.class)
                .one());
        var twin = named(tierId, command.name());
        if (twin != null && clash == Clash.VERSION) {
            return addVersion(twin, file);
        }
        if (twin != null && clash == Clash.ASK) {
            throw new BusinessException(Kind.CONFLICT, "document-name-taken", command.name());
        }
        var name = FileNames.free(command.name(), candidate -> named(tierId, candidate) != null);
        var author = authors.current();
        long id = db.call(handle -> handle.createQuery(
                        """
                        insert into document (tier_id, category_id, name, description, published, number, author, created_at, updated_by,
                                              updated_at)
                        values (:tier, :category, :name, :description, :published, 1, :author, :now, :author, :now) returning id
                        """)
                .bind("tier", tierId)
                .bind("category", category(command.category(), null))
                .bind("name", name)
                .bind("description", command.description())
                .bind("published", command.isPublished())
                .bind("author", author.login())
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
        keep(id, 1, file, author.login());
        history.created(author, "document", id, tierId);
        touched.fire(new TierTouched(tierId));
        return get(id);
    }

    /** Makes the file the document's current version; the earlier ones stay. */
    public DocumentView addVersion(long id, Received file) {
        var before = get(id);
        access.requireEditable(before.tierId());
        var author = authors.current();
        int number = db.call(handle -> handle.createQuery(
                        """
                        update document set version = version + 1, number = number + 1, updated_by = :author, updated_at = :now
                        where id = :id returning number
                        """)
                .bind("id", id)
                .bind("author", author.login())
                .bind("now", clock.instant())
                .mapTo(Integer.class)
                .one());
        keep(id, number, file, author.login());
        history.updated(author, "document", id, before.tierId(), file(before.number()), file(number));
        touched.fire(new TierTouched(before.tierId()));
        return get(id);
    }

    private static Map<String, Object> file(int number) {
        return Map.of("number", number);
    }

    private void keep(long id, int number, Received file, String author) {
        long version = db.call(handle -> handle.createQuery(
                        """
                        insert into document_version (document_id, number, file_name, media_type, size, sha256, author, created_at)
                        values (:document, :number, :fileName, :mediaType, :size, :sha256, :author, :now) returning id
                        """)
                .bind("document", id)
                .bind("number", number)
                .bind("fileName", file.fileName())
                .bind("mediaType", file.mediaType())
                .bind("size", file.size())
                .bind("sha256", file.sha256())
                .bind("author", author)
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
        try (var in = file.open()) {
            content.write(version, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws BusinessException STALE; CONFLICT {@code document-name-taken}; FORBIDDEN when the role may not publish */
    public DocumentView update(long id, long version, DocumentCommand command) {
        var before = get(id);
        access.requireEditable(before.tierId());
        command.check();
        if (command.isPublished() != before.published()) {
            requirePublisher(true);
        }
        var twin = named(before.tierId(), command.name());
        if (twin != null && twin != id) {
            throw new BusinessException(Kind.CONFLICT, "document-name-taken", command.name());
        }
        var author = authors.current();
        int updated = db.call(handle -> handle.createUpdate(
                        """
                        update document set version = version + 1, name = :name, category_id = :category, description = :description,
                               published = :published, updated_by = :author, updated_at = :now
                        where id = :id and version = :version
                        """)
                .bind("id", id)
                .bind("version", version)
                .bind("name", command.name())
                .bind("category", category(command.category(), before.category()))
                .bind("description", command.description())
                .bind("published", command.isPublished())
                .bind("author", author.login())
                .bind("now", clock.instant())
                .execute());
        if (updated == 0) {
            throw BusinessException.stale("document", id);
        }
        var after = get(id);
        history.updated(author, "document", id, before.tierId(), values(before), values(after));
        touched.fire(new TierTouched(before.tierId()));
        return after;
    }

    private static Map<String, Object> values(DocumentView document) {
        var values = new LinkedHashMap<String, Object>();
        values.put("name", document.name());
        values.put("category", document.category());
        values.put("description", document.description());
        values.put("published", document.published());
        return values;
    }

    /** @throws BusinessException STALE; FORBIDDEN for somebody else's document, unless the role keeps order */
    public void delete(long id, long version) {
        var document = get(id);
        access.requireEditable(document.tierId());
        if (!mayDelete(document)) {
            throw new BusinessException(Kind.FORBIDDEN, "document-not-yours", document.name());
        }
        int deleted =
                db.call(handle -> handle.createUpdate("delete from document where id = :id and version = :version")
                        .bind("id", id)
                        .bind("version", version)
                        .execute());
        if (deleted == 0) {
            throw BusinessException.stale("document", id);
        }
        history.deleted(authors.current(), "document", id, document.tierId(), document.name());
        touched.fire(new TierTouched(document.tierId()));
    }

    /** Whether the caller uploaded it, or has a role that keeps order. */
    public boolean mayDelete(DocumentView document) {
        var caller = callers.current();
        return caller.login().equals(document.author()) || caller.hasAny(KEEPERS);
    }

    private void requirePublisher(boolean needed) {
        if (needed && !callers.current().hasAny(KEEPERS)) {
            throw new BusinessException(Kind.FORBIDDEN, "document-publish-role");
        }
    }

    private DocumentQuery query() {
        return new DocumentQuery(db, Visibility.of(callers.current()));
    }

    private Long named(long tierId, String name) {
        return db.call(handle -> handle.createQuery(
                        "select id from document where tier_id = :tier and fold(name) = fold(:name)")
                .bind("tier", tierId)
                .bind("name", name)
                .mapTo(Long.class)
                .findOne()
                .orElse(null));
    }

    /** @param present what the document has now: an inactive category stays where it is */
    private Long category(String code, String present) {
        if (code == null) {
            return null;
        }
        return db.call(handle -> handle.createQuery(
                                "select id from document_category where code = :code and (active or code = :present)")
                        .bind("code", code)
                        .bind("present", Objects.requireNonNullElse(present, ""))
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(() -> BusinessException.invalid("category", "unknown-value", code));
    }
}

package fr.tiers.document;

import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.Visibility;
import fr.tiers.customfield.FieldType;
import fr.tiers.customfield.LinkTarget;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files as values of custom fields: documents of the tier that has the field, seen by whoever sees its documents. */
@ApplicationScoped
public class DocumentTarget implements LinkTarget {

    /** Pictures that every browser shows and that can do nothing. */
    public static final Set<String> PICTURES =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp");

    private final Db db;
    private final Callers callers;

    protected DocumentTarget() {
        this(null, null);
    }

    @Inject
    public DocumentTarget(Db db, Callers callers) {
        this.db = db;
        this.callers = callers;
    }

    @Override
    public String name() {
        return "DOCUMENT";
    }

    private Optional<DocumentView> document(Object key) {
        var caller = callers.current();
        return caller.has(Role.EXTRANET) || !String.valueOf(key).matches("\\d{1,18}")
                ? Optional.empty()
                : new DocumentQuery(db, Visibility.of(caller)).one(Long.parseLong(key.toString()));
    }

    @Override
    public Optional<String> label(Object key) {
        return document(key).map(DocumentView::name);
    }

    @Override
    public boolean fits(FieldType type, Object key, Long owner) {
        return document(key)
                .filter(document -> owner != null && document.tierId() == owner)
                .filter(document -> type != FieldType.IMAGE || PICTURES.contains(document.mediaType()))
                .isPresent();
    }

    @Override
    public boolean isForLinks() {
        return false;
    }

    /** Files are put there, not looked for. */
    @Override
    public List<Choice> search(String words, int limit) {
        return List.of();
    }

    @Override
    public String page(Object key) {
        return "/document/view.xhtml?id=" + key;
    }
}

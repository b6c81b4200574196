package fr.tiers.customfield;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.history.HiddenLines;
import fr.tiers.history.Source;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which custom fields the caller may know, for queries that read values and for the change log. */
@ApplicationScoped
public class FieldRights implements HiddenLines {

    private final Db db;
    private final Callers callers;
    private final Source source;

    protected FieldRights() {
        this(null, null, null);
    }

    @Inject
    public FieldRights(Db db, Callers callers, Source source) {
        this.db = db;
        this.callers = callers;
        this.source = source;
    }

    FieldSight sight() {
        var caller = callers.current();
        // jobs have no request to ask
        return FieldSight.of(caller, !caller.isSystem() && "API".equals(source.name()));
    }

    /**
     * Column {@code custom} of a query, without what the caller may not see. Stands before {@code alias.*}, because of two columns of one
     * name the first is read.
     *
     * @param object TIER, CONTACT, ADDRESS or EVENT
     * @param alias of its table in the query
     */
    public String custom(String object, String alias) {
        return "(%s.custom - array(select f.code from custom_field f where f.object = '%s' and %s)) as custom"
                .formatted(alias, object, sight().concealed());
    }

    @Override
    public String shown() {
        return "not exists (select 1 from custom_field f where lower(f.object) = entity and 'custom.' || f.code = field and "
                + sight().concealed() + ')';
    }

    @Override
    public Set<String> fields(String entity) {
        return concealed(entity, sight());
    }

    /** As {@link #fields}, of somebody who is not calling. */
    public Set<String> concealedFrom(Caller reader, String entity) {
        return concealed(entity, FieldSight.of(reader, false));
    }

    private Set<String> concealed(String entity, FieldSight sight) {
        var object = entity.toUpperCase(Locale.ROOT);
        return new HashSet<>(db.call(handle -> handle.createQuery(
                        "select 'custom.' || f.code from custom_field f where f.object = :object and "
                                + sight.concealed())
                .bind("object", object)
                .mapTo(String.class)
                .list()));
    }
}

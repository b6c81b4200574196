package fr.tiers.customfield;

import fr.tiers.kernel.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What a list asks of the custom fields of its objects, as SQL. */
@ApplicationScoped
public class FieldSearch {

    private final CustomFields fields;

    protected FieldSearch() {
        this(null);
    }

    @Inject
    public FieldSearch(CustomFields fields) {
        this.fields = fields;
    }

    /** The values of a row of the list, see {@link FieldRights#custom}. */
    public String column(String object, String alias) {
        return fields.column(object, alias);
    }

    /** What the database sorts by; the expression is never null. */
    public record Key(String expression, String type) {}

    /**
     * @param alias of the object's table in the query
     * @throws BusinessException INVALID naming the parameter that cannot be filtered by
     */
    public List<FieldSql.Where> conditions(String object, List<FieldFilter> filters, String alias) {
        var conditions = new ArrayList<FieldSql.Where>();
        var known = filters.isEmpty() ? List.<CustomField>of() : fields.of(object);
        for (var filter : filters) {
            var field = known.stream()
                    .filter(each -> each.code().equals(filter.code()))
                    .findFirst()
                    .orElseThrow(() -> BusinessException.invalid(filter.name(), "unknown-parameter"));
            conditions.add(FieldSql.where(field.definition(), filter, alias, "custom" + conditions.size()));
        }
        return conditions;
    }

    /** @throws BusinessException INVALID on {@code sort} for a field that is no column of the list */
    public Key key(String object, String code, String alias) {
        return fields.find(object, code)
                .map(CustomField::definition)
                .filter(field -> field.listed() && field.type().isSortable())
                .map(field -> new Key(FieldSql.order(field, alias), FieldSql.type(field)))
                .orElseThrow(() -> BusinessException.invalid("sort", "unknown-value", FieldFilter.PREFIX + code));
    }
}

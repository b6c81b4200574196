package fr.tiers.tag;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * A filter by tags as SQL.
 *
 * @param conditions all of them must hold
 * @param labels what is to be bound, by parameter
 */
public record TagWhere(List<String> conditions, Map<String, List<String>> labels) {

    /** To be appended to other conditions. */
    public String and() {
        return conditions.stream().map(" and "::concat).collect(Collectors.joining());
    }

    public <S extends SqlStatement<S>> S bind(S statement) {
        labels.forEach((name, values) -> statement.bindArray(name, String.class, values));
        return statement;
    }
}

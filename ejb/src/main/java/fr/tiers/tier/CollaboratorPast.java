package fr.tiers.tier;

import fr.tiers.history.PastRows;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The collaborators of a tier, for a look at a past day. */
@ApplicationScoped
public class CollaboratorPast implements PastRows {

    private final Db db;

    protected CollaboratorPast() {
        this(null);
    }

    @Inject
    public CollaboratorPast(Db db) {
        this.db = db;
    }

    private record Row(long id, String login, String type) {}

    @Override
    public String entity() {
        return "collaborator";
    }

    @Override
    public Map<Long, Map<String, String>> rows(long tierId, Long id) {
        var rows = new LinkedHashMap<Long, Map<String, String>>();
        db.call(handle -> handle.createQuery(
                                """
                                select k.user_id as id, u.login, k.type
                                from tier_collaborator k join app_user u on u.id = k.user_id
                                where k.tier_id = :tier and (cast(:id as bigint) is null or k.user_id = :id) order by u.login
                                """)
                        .bind("tier", tierId)
                        .bind("id", id)
                        .map((row, context) ->
                                new Row(row.getLong("id"), row.getString("login"), row.getString("type")))
                        .list())
                .forEach(row -> rows.put(row.id(), Map.of("user", row.login(), "type", row.type())));
        return rows;
    }
}

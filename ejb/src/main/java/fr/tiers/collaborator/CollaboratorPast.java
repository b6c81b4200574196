package fr.tiers.collaborator;

import fr.tiers.history.PastTable;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The collaborators of a tier, for a look at a past day; as the change log tells of them. */
@ApplicationScoped
public class CollaboratorPast extends PastTable {

    protected CollaboratorPast() {
        this(null);
    }

    @Inject
    public CollaboratorPast(Db db) {
        super(
                db,
                "collaborator",
                """
                select k.id, u.display_name || ' · ' || y.label_fr as collaborator
                from tier_collaborator k join app_user u on u.id = k.user_id join collaborator_type y on y.code = k.type
                where k.tier_id = :tier and (cast(:id as bigint) is null or k.id = :id) order by k.id
                """);
    }
}

package fr.tiers.bulk;

import fr.tiers.access.Action;
import fr.tiers.kernel.Db;
import fr.tiers.organisation.AssignableUsers;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Gives tiers an account owner; without {@code owner} they have none any more. */
@ApplicationScoped
public class AssignOwner extends FieldAction {

    private static final String OWNER = "owner";

    private final AssignableUsers users;

    protected AssignOwner() {
        this(null, null, null);
    }

    @Inject
    public AssignOwner(Db db, TierService tiers, AssignableUsers users) {
        super(db, tiers);
        this.users = users;
    }

    @Override
    public String code() {
        return "ASSIGN_OWNER";
    }

    @Override
    public Set<Action> rights() {
        return Set.of(Action.EDIT, Action.ASSIGN);
    }

    @Override
    public BulkParameters check(BulkParameters wish) {
        wish.checks(Set.of(OWNER), Set.of()).refuse();
        if (wish.one(OWNER) != null) {
            users.id(OWNER, wish.one(OWNER));
        }
        return wish;
    }

    @Override
    protected Map<String, String> fields() {
        return Map.of(OWNER, "select u.login from app_user u where u.id = t.owner_id");
    }

    @Override
    protected Map<String, String> wanted(BulkParameters parameters, Map<String, String> now) {
        var wanted = new HashMap<String, String>();
        wanted.put(OWNER, parameters.one(OWNER));
        return wanted;
    }

    @Override
    protected void write(TierData data, String field, String value) {
        data.setOwner(value);
    }
}

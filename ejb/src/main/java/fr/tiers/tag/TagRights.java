package fr.tiers.tag;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.organisation.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Publishing a tag (creating one while tagging) and managing tags are separate rights, both by setting. */
@ApplicationScoped
public class TagRights {

    private final Db db;
    private final Callers callers;
    private final Settings settings;

    protected TagRights() {
        this(null, null, null);
    }

    @Inject
    public TagRights(Db db, Callers callers, Settings settings) {
        this.db = db;
        this.callers = callers;
        this.settings = settings;
    }

    public boolean mayManage() {
        var caller = callers.current();
        return caller.isSystem()
                || switch (settings.text(TagSettings.MANAGERS)) {
                    case "MARKETING" -> caller.hasAny(Role.ADMINISTRATOR, Role.SALES_MANAGER, Role.MARKETING);
                    case "SALES_MANAGER" -> caller.hasAny(Role.ADMINISTRATOR, Role.SALES_MANAGER);
                    default -> caller.has(Role.ADMINISTRATOR);
                };
    }

    public boolean mayPublish() {
        var groups = settings.codes(TagSettings.PUBLISHERS);
        return groups.isEmpty() || mayManage() || isInAny(callers.current(), groups);
    }

    /** @throws BusinessException FORBIDDEN */
    void requireManager() {
        if (!mayManage()) {
            throw new BusinessException(Kind.FORBIDDEN, "forbidden");
        }
    }

    private boolean isInAny(Caller caller, java.util.List<String> groups) {
        return db.call(handle -> handle.createQuery(
                        """
                        select exists (select 1 from user_group_member m join user_group g on g.id = m.group_id
                                       where m.user_id = :user and g.code = any(:groups))
                        """)
                .bind("user", caller.userId())
                .bindArray("groups", String.class, groups)
                .mapTo(Boolean.class)
                .one());
    }
}

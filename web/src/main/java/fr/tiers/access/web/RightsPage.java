package fr.tiers.access.web;

import fr.tiers.access.Action;
import fr.tiers.access.Level;
import fr.tiers.access.Role;
import fr.tiers.access.RoleRights;
import fr.tiers.access.RoleRights.RightChange;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.omnifaces.util.Messages;

/** The matrix of rights: one level per action and role, saved as a whole. */
@Named("rightsPage")
@ViewScoped
public class RightsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int CHANGES_SHOWN = 20;

    private final RoleRights rights;
    private final Refusals refusals;
    private long version;

    /** Names of levels by names of roles and actions: what Faces reads and writes. */
    private final Map<String, Map<String, String>> levels = new LinkedHashMap<>();

    protected RightsPage() {
        this(null, null);
    }

    @Inject
    public RightsPage(RoleRights rights, Refusals refusals) {
        this.rights = rights;
        this.refusals = refusals;
    }

    @PostConstruct
    void load() {
        var matrix = rights.matrix();
        version = matrix.version();
        matrix.rights().forEach((role, row) -> {
            var names = new LinkedHashMap<String, String>();
            row.forEach((action, level) -> names.put(action.name(), level.name()));
            levels.put(role.name(), names);
        });
    }

    public Map<String, Map<String, String>> getLevels() {
        return levels;
    }

    public List<String> getRoles() {
        return RoleRights.ROLES.stream().map(Role::name).toList();
    }

    public List<String> getActions() {
        return Stream.of(Action.values()).map(Action::name).toList();
    }

    public List<String> getChoices() {
        return Stream.of(Level.values()).map(Level::name).toList();
    }

    /** Whether an administrator has set it otherwise than the application comes. */
    public boolean isChanged(String role, String action) {
        var byDefault = rights.byDefault(Role.valueOf(role), Action.valueOf(action));
        return !byDefault.name().equals(levels.get(role).get(action));
    }

    public List<RightChange> getChanges() {
        return rights.changes(Long.MAX_VALUE, CHANGES_SHOWN);
    }

    public String save() {
        Map<Role, Map<Action, Level>> wanted = new EnumMap<>(Role.class);
        levels.forEach((role, row) -> {
            var named = new EnumMap<Action, Level>(Action.class);
            row.forEach((action, level) -> named.put(Action.valueOf(action), Level.valueOf(level)));
            wanted.put(Role.valueOf(role), named);
        });
        if (!refusals.guard(() -> rights.replace(version, wanted))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text("access.rights.saved"));
        return "/access/rights.xhtml?faces-redirect=true";
    }
}

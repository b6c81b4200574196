package fr.tiers.organisation.web;

import fr.tiers.access.Role;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.organisation.Organisation;
import fr.tiers.organisation.Structure;
import fr.tiers.organisation.UserCommand;
import fr.tiers.organisation.Users;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One user: who it is, what it may do, where it belongs. */
@Named("userPage")
@ViewScoped
public class UserPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Users users;
    private final Organisation organisation;
    private final Structure structure;
    private final Refusals refusals;
    private String idText;
    private Long id;
    private long version;
    private String login;
    private String displayName;
    private String email;
    private String language = "fr";
    private boolean active = true;
    private String password;
    private String company;
    private List<String> roles = new ArrayList<>();
    private List<String> salesUnits = new ArrayList<>();
    private List<String> agencies = new ArrayList<>();
    private List<String> groups = new ArrayList<>();

    protected UserPage() {
        this(null, null, null, null);
    }

    @Inject
    public UserPage(Users users, Organisation organisation, Structure structure, Refusals refusals) {
        this.users = users;
        this.organisation = organisation;
        this.structure = structure;
        this.refusals = refusals;
    }

    /** Without an id the page makes a new user. */
    public void load() {
        if (idText == null || idText.isBlank()) {
            return;
        }
        try {
            var user = users.get(Params.id("user", idText));
            id = user.id();
            version = user.version();
            login = user.login();
            displayName = user.displayName();
            email = user.email();
            language = user.language();
            active = user.active();
            company = user.company();
            roles = user.roles().stream().map(Role::name).sorted().collect(Collectors.toCollection(ArrayList::new));
            salesUnits = new ArrayList<>(user.salesUnits());
            agencies = new ArrayList<>(user.agencies());
            groups = new ArrayList<>(user.groups());
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
        }
    }

    public String save() {
        var command = new UserCommand(
                login,
                displayName,
                email,
                language,
                active,
                password,
                company,
                roles.stream().map(Role::valueOf).collect(Collectors.toSet()),
                salesUnits,
                agencies,
                groups);
        var saved = refusals.guard(() -> {
            if (id == null) {
                users.create(command);
            } else {
                users.update(id, version, command);
            }
        });
        if (!saved) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("organisation.user.saved", displayName));
        return "/organisation/users.xhtml?faces-redirect=true";
    }

    public boolean isCreating() {
        return id == null;
    }

    public List<Role> getAllRoles() {
        return List.of(Role.values());
    }

    public List<Organisation.SalesUnitRow> getAllUnits() {
        return organisation.salesUnits();
    }

    public List<Structure.GroupRow> getAllGroups() {
        return structure.groups();
    }

    public List<Organisation.CompanyRow> getAllCompanies() {
        return organisation.companies();
    }

    public String getIdText() {
        return idText;
    }

    public void setIdText(String idText) {
        this.idText = idText;
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public List<String> getRoles() {
        return roles;
    }

    public void setRoles(List<String> roles) {
        this.roles = roles;
    }

    public List<String> getSalesUnits() {
        return salesUnits;
    }

    public void setSalesUnits(List<String> salesUnits) {
        this.salesUnits = salesUnits;
    }

    public List<Organisation.AgencyRow> getAllAgencies() {
        return organisation.agencies();
    }

    public List<String> getAgencies() {
        return agencies;
    }

    public void setAgencies(List<String> agencies) {
        this.agencies = agencies;
    }

    public List<String> getGroups() {
        return groups;
    }

    public void setGroups(List<String> groups) {
        this.groups = groups;
    }
}

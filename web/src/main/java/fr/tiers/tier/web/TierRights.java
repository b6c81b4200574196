package fr.tiers.tier.web;

import fr.tiers.access.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Which buttons to show. The services decide; this only spares the user a button that would be refused. */
@Named("tierRights")
@RequestScoped
public class TierRights {

    private static final List<String> WRITERS = List.of(
            Role.Names.ADMINISTRATOR,
            Role.Names.SALES_MANAGER,
            Role.Names.SALES,
            Role.Names.ASSISTANT,
            Role.Names.MARKETING);
    private static final List<String> DELETERS = List.of(Role.Names.ADMINISTRATOR, Role.Names.SALES_MANAGER);

    private final HttpServletRequest request;

    protected TierRights() {
        this(null);
    }

    @Inject
    public TierRights(HttpServletRequest request) {
        this.request = request;
    }

    public boolean isWriter() {
        return WRITERS.stream().anyMatch(request::isUserInRole);
    }

    public boolean isDeleter() {
        return DELETERS.stream().anyMatch(request::isUserInRole);
    }
}

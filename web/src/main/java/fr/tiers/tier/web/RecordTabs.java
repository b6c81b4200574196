package fr.tiers.tier.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tabs of a tier's record that the user may open, in their order. */
@Named("recordTabs")
@RequestScoped
public class RecordTabs {

    private final Instance<RecordTab> offered;
    private final HttpServletRequest request;
    private final TierRights rights;
    private List<RecordTab> visible;

    protected RecordTabs() {
        this(null, null, null);
    }

    @Inject
    public RecordTabs(@Any Instance<RecordTab> offered, HttpServletRequest request, TierRights rights) {
        this.rights = rights;
        this.offered = offered;
        this.request = request;
    }

    public List<RecordTab> getVisible() {
        if (visible == null) {
            visible = offered.stream()
                    .filter(tab -> tab.roles().isEmpty() || isInAny(tab.roles()))
                    .filter(tab -> rights.may(tab.right().name()))
                    .sorted(Comparator.comparingInt(RecordTab::order).thenComparing(RecordTab::feature))
                    .toList();
        }
        return visible;
    }

    /** Those the user may add something to: the "Nouveau" menu. */
    public List<RecordTab> getCreatable() {
        return getVisible().stream().filter(this::mayCreate).toList();
    }

    public boolean mayCreate(RecordTab tab) {
        return tab.createRight() != null
                && (tab.creators().isEmpty() || isInAny(tab.creators()))
                && rights.may(tab.createRight().name());
    }

    /** @return the tab asked for; the first one when there is no such tab for this user */
    public RecordTab open(String feature) {
        return find(feature).orElseGet(() -> getVisible().get(0));
    }

    private Optional<RecordTab> find(String feature) {
        return getVisible().stream()
                .filter(tab -> tab.feature().equals(feature))
                .findFirst();
    }

    private boolean isInAny(Set<String> roles) {
        return roles.stream().anyMatch(request::isUserInRole);
    }
}

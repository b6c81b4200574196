package fr.tiers.savedview.web;

import fr.tiers.access.LiveRights;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.savedview.SavedView;
import fr.tiers.savedview.SavedViewCommand;
import fr.tiers.savedview.SavedViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;

/** The views above the list of tiers: to open one, to keep what the list shows now, to change or drop the present one. */
@Named("savedViews")
@RequestScoped
public class SavedViewMenu {

    private static final String LIST = "list.xhtml";
    private static final String FOLDER = "/tier/";

    private final SavedViews views;
    private final LiveRights rights;
    private final Refusals refusals;
    private List<SavedView> all;
    private String name;
    private boolean shared;

    protected SavedViewMenu() {
        this(null, null, null);
    }

    @Inject
    public SavedViewMenu(SavedViews views, LiveRights rights, Refusals refusals) {
        this.views = views;
        this.rights = rights;
        this.refusals = refusals;
    }

    /** Extranet users have one small list and no views of it. */
    public boolean isOffered() {
        return !rights.isExtranet();
    }

    /** Goes to what the list shows this user when asked for nothing, if there is such a view. */
    public boolean openUsual() {
        var usual = isOffered() ? views.usual(SavedViewCommand.TIER) : Optional.<SavedView>empty();
        usual.ifPresent(this::open);
        return usual.isPresent();
    }

    private List<SavedView> all() {
        if (all == null) {
            all = views.of(SavedViewCommand.TIER);
        }
        return all;
    }

    public List<SavedView> getMine() {
        return all().stream().filter(SavedView::mine).toList();
    }

    public List<SavedView> getShared() {
        return all().stream().filter(view -> !view.mine()).toList();
    }

    /** @param id as in the URL; may be null or nobody's */
    public SavedView current(String id) {
        return all().stream()
                .filter(view -> String.valueOf(view.id()).equals(id))
                .findFirst()
                .orElse(null);
    }

    public String url(SavedView view) {
        return LIST + '?' + (view.query().isEmpty() ? "" : view.query() + '&') + "view=" + view.id();
    }

    /** @param query what the list shows */
    public void save(String query) {
        refusals.guard(() -> open(views.create(new SavedViewCommand(SavedViewCommand.TIER, name, query, shared))));
    }

    public void replace(SavedView view, String query) {
        refusals.guard(() -> open(views.update(
                view.id(), view.version(), new SavedViewCommand(view.list(), view.name(), query, view.shared()))));
    }

    public void toggleShared(SavedView view) {
        refusals.guard(() -> open(views.update(
                view.id(),
                view.version(),
                new SavedViewCommand(view.list(), view.name(), view.query(), !view.shared()))));
    }

    public void toggleUsual(SavedView view) {
        refusals.guard(() -> open(view.usual() ? views.makeUnusual(view.id()) : views.makeUsual(view.id())));
    }

    /** The list stays as it is. */
    public void delete(SavedView view) {
        refusals.guard(() -> {
            views.delete(view.id(), view.version());
            open(LIST + '?' + (view.query().isEmpty() ? "view=0" : view.query()));
        });
    }

    private void open(SavedView view) {
        open(url(view));
    }

    private static void open(String url) {
        try {
            Faces.getExternalContext().redirect(Faces.getRequestContextPath() + FOLDER + url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isSharing() {
        return shared;
    }

    public void setSharing(boolean sharing) {
        shared = sharing;
    }
}

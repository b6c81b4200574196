package fr.tiers.collaborator.web;

import fr.tiers.collaborator.CollaboratorType;
import fr.tiers.collaborator.CollaboratorTypes;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The types of collaborators: what somebody does for a tier. */
@Named("collaboratorTypePage")
@ViewScoped
public class CollaboratorTypePage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final CollaboratorTypes types;
    private final Refusals refusals;
    private boolean editing;
    private boolean fresh;
    private String code;
    private long version;
    private String labelFr;
    private String labelEn;
    private Integer position;
    private boolean active;

    protected CollaboratorTypePage() {
        this(null, null);
    }

    @Inject
    public CollaboratorTypePage(CollaboratorTypes types, Refusals refusals) {
        this.types = types;
        this.refusals = refusals;
    }

    public List<CollaboratorType> getRows() {
        return types.all();
    }

    public void add() {
        fill(new CollaboratorType(null, 0, null, null, 100, true));
        fresh = true;
    }

    public void edit(String wanted) {
        fill(types.get(wanted));
        fresh = false;
    }

    private void fill(CollaboratorType type) {
        editing = true;
        code = type.code();
        version = type.version();
        labelFr = type.labelFr();
        labelEn = type.labelEn();
        position = type.position();
        active = type.active();
    }

    public void leave() {
        editing = false;
    }

    public void save() {
        var type = new CollaboratorType(code, version, labelFr, labelEn, position == null ? 0 : position, active);
        var saved = refusals.guard(() -> {
            if (fresh) {
                types.create(type);
            } else {
                types.update(type);
            }
        });
        if (saved) {
            done("organisation.saved");
        }
    }

    public void delete() {
        if (refusals.guard(() -> types.delete(code))) {
            done("organisation.deleted");
        }
    }

    private void done(String message) {
        Messages.addFlashGlobalInfo(
                Functions.text1(message, "en".equals(Faces.getLocale().getLanguage()) ? labelEn : labelFr));
        Faces.redirect("collaborator/types.xhtml");
    }

    public boolean isEditing() {
        return editing;
    }

    public boolean isFresh() {
        return fresh;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getLabelFr() {
        return labelFr;
    }

    public void setLabelFr(String labelFr) {
        this.labelFr = labelFr;
    }

    public String getLabelEn() {
        return labelEn;
    }

    public void setLabelEn(String labelEn) {
        this.labelEn = labelEn;
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}

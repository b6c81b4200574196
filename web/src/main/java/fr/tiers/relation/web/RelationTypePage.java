package fr.tiers.relation.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.relation.RelationType;
import fr.tiers.relation.RelationTypes;
import fr.tiers.relation.Side;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The types of relations: how they read from each side, in both languages. */
@Named("relationTypePage")
@ViewScoped
public class RelationTypePage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final RelationTypes types;
    private final Refusals refusals;
    private boolean editing;
    private boolean fresh;
    private String code;
    private long version;
    private String labelFr;
    private String inverseFr;
    private String labelEn;
    private String inverseEn;
    private boolean symmetric;
    private Integer position;
    private boolean active;

    protected RelationTypePage() {
        this(null, null);
    }

    @Inject
    public RelationTypePage(RelationTypes types, Refusals refusals) {
        this.types = types;
        this.refusals = refusals;
    }

    public List<RelationType> getRows() {
        return types.all();
    }

    public void add() {
        fill(new RelationType(null, 0, null, null, null, null, false, 100, true));
        fresh = true;
    }

    public void edit(String wanted) {
        fill(types.get(wanted));
        fresh = false;
    }

    private void fill(RelationType type) {
        editing = true;
        code = type.code();
        version = type.version();
        labelFr = type.labelFr();
        inverseFr = type.inverseFr();
        labelEn = type.labelEn();
        inverseEn = type.inverseEn();
        symmetric = type.symmetric();
        position = type.position();
        active = type.active();
    }

    public void leave() {
        editing = false;
    }

    public void save() {
        var type = type();
        var saved = refusals.guard(() -> {
            if (fresh) {
                types.create(type);
            } else {
                types.update(type);
            }
        });
        if (saved) {
            done("relation.type.saved", type);
        }
    }

    public void delete() {
        if (refusals.guard(() -> types.delete(code))) {
            done("relation.type.deleted", type());
        }
    }

    private RelationType type() {
        return new RelationType(
                code,
                version,
                labelFr,
                inverseFr,
                labelEn,
                inverseEn,
                symmetric,
                position == null ? 100 : position,
                active);
    }

    private static void done(String message, RelationType type) {
        var label = type.label(Faces.getLocale().getLanguage(), Side.FIRST);
        Messages.addFlashGlobalInfo(Functions.text1(message, label));
        Faces.redirect("relation/types.xhtml");
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

    public String getInverseFr() {
        return inverseFr;
    }

    public void setInverseFr(String inverseFr) {
        this.inverseFr = inverseFr;
    }

    public String getLabelEn() {
        return labelEn;
    }

    public void setLabelEn(String labelEn) {
        this.labelEn = labelEn;
    }

    public String getInverseEn() {
        return inverseEn;
    }

    public void setInverseEn(String inverseEn) {
        this.inverseEn = inverseEn;
    }

    public boolean isSymmetric() {
        return symmetric;
    }

    public void setSymmetric(boolean symmetric) {
        this.symmetric = symmetric;
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

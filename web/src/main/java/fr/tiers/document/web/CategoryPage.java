package fr.tiers.document.web;

import fr.tiers.document.DocumentCategories;
import fr.tiers.document.DocumentCategory;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The categories of documents. */
@Named("categoryPage")
@ViewScoped
public class CategoryPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final DocumentCategories categories;
    private final Refusals refusals;
    private boolean editing;
    private boolean fresh;
    private String code;
    private long version;
    private String labelFr;
    private String labelEn;
    private Integer position;
    private boolean active;

    protected CategoryPage() {
        this(null, null);
    }

    @Inject
    public CategoryPage(DocumentCategories categories, Refusals refusals) {
        this.categories = categories;
        this.refusals = refusals;
    }

    public List<DocumentCategory> getRows() {
        return categories.all();
    }

    public void add() {
        fill(new DocumentCategory(null, 0, null, null, 100, true));
        fresh = true;
    }

    public void edit(String wanted) {
        fill(categories.get(wanted));
        fresh = false;
    }

    private void fill(DocumentCategory category) {
        editing = true;
        code = category.code();
        version = category.version();
        labelFr = category.labelFr();
        labelEn = category.labelEn();
        position = category.position();
        active = category.active();
    }

    public void leave() {
        editing = false;
    }

    public void save() {
        var category = new DocumentCategory(code, version, labelFr, labelEn, position == null ? 0 : position, active);
        var saved = refusals.guard(() -> {
            if (fresh) {
                categories.create(category);
            } else {
                categories.update(category);
            }
        });
        if (saved) {
            done("organisation.saved");
        }
    }

    public void delete() {
        if (refusals.guard(() -> categories.delete(code))) {
            done("organisation.deleted");
        }
    }

    private void done(String message) {
        Messages.addFlashGlobalInfo(
                Functions.text1(message, "en".equals(Faces.getLocale().getLanguage()) ? labelEn : labelFr));
        Faces.redirect("document/categories.xhtml");
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

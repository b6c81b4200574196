package fr.tiers.codelist.web;

import fr.tiers.codelist.CodeEntry;
import fr.tiers.codelist.CodeList;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/**
 * The page of an administered list, drawn by {@code WEB-INF/codelist/page.xhtml}: the entries, and the form of the one that is added or
 * changed.
 *
 * @param <T> its entries
 */
public abstract class CodeListPage<T extends CodeEntry> implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_POSITION = 100;

    private final CodeList<T> list;
    private final Refusals refusals;
    private boolean editing;
    private boolean fresh;
    private String code;
    private long version;
    private String labelFr;
    private String labelEn;
    private Integer position;
    private boolean active;

    protected CodeListPage(CodeList<T> list, Refusals refusals) {
        this.list = list;
        this.refusals = refusals;
    }

    /** @return what the form says */
    protected abstract T entry();

    /** Fills what this list has beside what every list has. */
    protected void fill(T entry) {}

    /** As {@link #fill} for an entry that is not there yet. */
    protected void clear() {}

    public List<T> getRows() {
        return list.all();
    }

    public void add() {
        editing = true;
        fresh = true;
        code = null;
        version = 0;
        labelFr = null;
        labelEn = null;
        position = null;
        active = true;
        clear();
    }

    public void edit(String wanted) {
        var entry = list.get(wanted);
        editing = true;
        fresh = false;
        code = entry.code();
        version = entry.version();
        labelFr = entry.labelFr();
        labelEn = entry.labelEn();
        position = entry.position();
        active = entry.active();
        fill(entry);
    }

    public void leave() {
        editing = false;
    }

    public void save() {
        var entry = entry();
        var saved = refusals.guard(() -> {
            if (fresh) {
                list.create(entry);
            } else {
                list.update(entry);
            }
        });
        if (saved) {
            done("organisation.saved");
        }
    }

    public void delete() {
        if (refusals.guard(() -> list.delete(code))) {
            done("organisation.deleted");
        }
    }

    private void done(String message) {
        Messages.addFlashGlobalInfo(Functions.text1(message, CodeLabels.label(entry())));
        Faces.redirect(Faces.getViewId().substring(1));
    }

    public boolean isEditing() {
        return editing;
    }

    public boolean isFresh() {
        return fresh;
    }

    protected long version() {
        return version;
    }

    /** @return as it was typed, or the usual one */
    protected int position() {
        return position == null ? USUAL_POSITION : position;
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

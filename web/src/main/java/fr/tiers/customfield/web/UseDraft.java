package fr.tiers.customfield.web;

import fr.tiers.customfield.FieldDefinition;
import java.io.Serializable;

/** What a field is used for. */
public class UseDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private boolean listed;
    private boolean filterable;
    private boolean searchable;
    private boolean personal;
    private boolean importable = true;
    private boolean exportable = true;
    private boolean active = true;

    static UseDraft of(FieldDefinition field) {
        var draft = new UseDraft();
        draft.listed = field.listed();
        draft.filterable = field.filterable();
        draft.searchable = field.searchable();
        draft.personal = field.personal();
        draft.importable = field.importable();
        draft.exportable = field.exportable();
        draft.active = field.active();
        return draft;
    }

    public boolean isListed() {
        return listed;
    }

    public void setListed(boolean listed) {
        this.listed = listed;
    }

    public boolean isFilterable() {
        return filterable;
    }

    public void setFilterable(boolean filterable) {
        this.filterable = filterable;
    }

    public boolean isSearchable() {
        return searchable;
    }

    public void setSearchable(boolean searchable) {
        this.searchable = searchable;
    }

    public boolean isPersonal() {
        return personal;
    }

    public void setPersonal(boolean personal) {
        this.personal = personal;
    }

    public boolean isImportable() {
        return importable;
    }

    public void setImportable(boolean importable) {
        this.importable = importable;
    }

    public boolean isExportable() {
        return exportable;
    }

    public void setExportable(boolean exportable) {
        this.exportable = exportable;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}

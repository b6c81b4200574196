package fr.tiers.customfield.web;

import fr.tiers.customfield.FieldDefinition;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What a field is used for, and by whom. */
public class UseDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private boolean listed;
    private boolean filterable;
    private boolean searchable;
    private boolean personal;
    private boolean importable = true;
    private boolean exportable = true;
    private boolean printable;
    private boolean api = true;
    private boolean active = true;
    private ArrayList<String> visibleTo = new ArrayList<>();
    private ArrayList<String> editableBy = new ArrayList<>();

    static UseDraft of(FieldDefinition field) {
        var draft = new UseDraft();
        draft.listed = field.listed();
        draft.filterable = field.filterable();
        draft.searchable = field.searchable();
        draft.personal = field.personal();
        draft.importable = field.importable();
        draft.exportable = field.exportable();
        draft.printable = field.printable();
        draft.api = field.api();
        draft.visibleTo = new ArrayList<>(field.visibleTo());
        draft.editableBy = new ArrayList<>(field.editableBy());
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

    public boolean isPrintable() {
        return printable;
    }

    public void setPrintable(boolean printable) {
        this.printable = printable;
    }

    public boolean isApi() {
        return api;
    }

    public void setApi(boolean api) {
        this.api = api;
    }

    public List<String> getVisibleTo() {
        return visibleTo;
    }

    public void setVisibleTo(List<String> visibleTo) {
        this.visibleTo = roles(visibleTo);
    }

    public List<String> getEditableBy() {
        return editableBy;
    }

    public void setEditableBy(List<String> editableBy) {
        this.editableBy = roles(editableBy);
    }

    private static ArrayList<String> roles(List<String> chosen) {
        return chosen == null ? new ArrayList<>() : new ArrayList<>(chosen);
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}

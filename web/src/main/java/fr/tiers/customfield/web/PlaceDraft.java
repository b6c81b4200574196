package fr.tiers.customfield.web;

import fr.tiers.customfield.FieldDefinition;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Where a field stands, and in which types of tiers. */
public class PlaceDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private String group;
    private String block = "CUSTOM";
    private String width = "HALF";
    private Integer position = 100;
    private ArrayList<String> tierTypes = new ArrayList<>();

    static PlaceDraft of(FieldDefinition field) {
        var draft = new PlaceDraft();
        draft.group = field.group();
        draft.block = field.block();
        draft.width = field.width();
        draft.position = field.position();
        draft.tierTypes = new ArrayList<>(field.tierTypes());
        return draft;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    public String getBlock() {
        return block;
    }

    public void setBlock(String block) {
        this.block = block;
    }

    public String getWidth() {
        return width;
    }

    public void setWidth(String width) {
        this.width = width;
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }

    public List<String> getTierTypes() {
        return tierTypes;
    }

    public void setTierTypes(List<String> tierTypes) {
        this.tierTypes = tierTypes == null ? new ArrayList<>() : new ArrayList<>(tierTypes);
    }
}

package fr.tiers.event.web;

import fr.tiers.codelist.web.CodeListPage;
import fr.tiers.event.EventKind;
import fr.tiers.event.EventType;
import fr.tiers.event.EventTypes;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Colours;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The types of events: what they are called, which fields they have, how they look. */
@Named("eventTypePage")
@ViewScoped
public class EventTypePage extends CodeListPage<EventType> {

    private static final long serialVersionUID = 1L;

    private EventKind kind;
    private String colour;
    private String icon;

    protected EventTypePage() {
        this(null, null);
    }

    @Inject
    public EventTypePage(EventTypes types, Refusals refusals) {
        super(types, refusals);
    }

    @Override
    protected EventType entry() {
        return new EventType(
                getCode(), version(), kind, getLabelFr(), getLabelEn(), colour, icon, position(), isActive());
    }

    @Override
    protected void fill(EventType type) {
        kind = type.kind();
        colour = type.colour();
        icon = type.icon();
    }

    @Override
    protected void clear() {
        kind = EventKind.MEETING;
        colour = "grey";
        icon = "pi-calendar";
    }

    public List<EventKind> getKinds() {
        return List.of(EventKind.values());
    }

    public List<String> getColours() {
        return Colours.NAMES;
    }

    /** The kind of pill that wears a colour. */
    public String pill(String name) {
        return Colours.pill(name);
    }

    public EventKind getKind() {
        return kind;
    }

    public void setKind(EventKind kind) {
        this.kind = kind;
    }

    public String getColour() {
        return colour;
    }

    public void setColour(String colour) {
        this.colour = colour;
    }

    public String getIcon() {
        return icon;
    }

    public void setIcon(String icon) {
        this.icon = icon;
    }
}

package fr.tiers.event.web;

import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRecordView;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Messages;

/** The events of the tier, and the form for one more. */
@Named("eventsOfTier")
@ViewScoped
public class EventsOfTier implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Events events;
    private final EventEditor editor;
    private final TierRecordView record;
    private transient List<EventView> rows;

    protected EventsOfTier() {
        this(null, null, null);
    }

    @Inject
    public EventsOfTier(Events events, EventEditor editor, TierRecordView record) {
        this.events = events;
        this.editor = editor;
        this.record = record;
    }

    @PostConstruct
    void open() {
        if (record.isCreating() && record.isFound()) {
            editor.begin(record.getId());
        }
    }

    /** The form of one more; opened with the tab. */
    public EventEditor getEditor() {
        return editor;
    }

    public List<EventView> getRows() {
        if (rows == null) {
            rows = events.ofTier(record.getId());
        }
        return rows;
    }

    public String add() {
        var saved = editor.save();
        if (saved == null) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("event.added", saved.subject()));
        return record.openTabUrl("event");
    }
}

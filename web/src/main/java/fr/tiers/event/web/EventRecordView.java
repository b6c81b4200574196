package fr.tiers.event.web;

import fr.tiers.customfield.web.FieldWords;
import fr.tiers.event.EventFieldOwner;
import fr.tiers.event.EventState;
import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.event.Series;
import fr.tiers.event.SeriesScope;
import fr.tiers.event.SeriesView;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.recurrence.RuleWords;
import fr.tiers.shell.web.Functions;
import fr.tiers.shell.web.WayBack;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One event: what it says, its form, and what can be done with it. Without an id the form of a new one. */
@Named("eventRecord")
@ViewScoped
public class EventRecordView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String FORM = "/event/new.xhtml";

    private final Events events;
    private final Series allSeries;
    private final EventEditor editor;
    private final FieldWords fieldWords;
    private final Refusals refusals;
    private String idText;
    private String tierText;
    private String edit;
    private String back;
    private EventView event;
    private boolean editable;
    private SeriesView series;
    private SeriesScope scope = SeriesScope.THIS;

    protected EventRecordView() {
        this(null, null, null, null, null);
    }

    @Inject
    public EventRecordView(
            Events events, Series allSeries, EventEditor editor, FieldWords fieldWords, Refusals refusals) {
        this.events = events;
        this.allSeries = allSeries;
        this.editor = editor;
        this.fieldWords = fieldWords;
        this.refusals = refusals;
    }

    /** Answers 404 for what is not the caller's to see. */
    public void load() {
        try {
            event = events.get(Params.id("event", String.valueOf(idText)));
            editable = events.mayEdit(event);
            series = event.series() == null ? null : allSeries.of(event.id()).orElse(null);
            if (isEditing()) {
                editor.edit(event);
            }
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
        }
    }

    /** Opens the form of a new event; afterwards one is back on the page from which it was opened. */
    public void begin() {
        try {
            back = back == null ? WayBack.of(Faces.getRequest(), FORM) : back;
            editor.begin(tierText == null || tierText.isBlank() ? null : Params.id("tier", tierText));
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
        }
    }

    public boolean isFound() {
        return event != null;
    }

    public boolean isEditing() {
        return edit != null && editable;
    }

    public boolean isEditable() {
        return editable;
    }

    public EventView getEvent() {
        return event;
    }

    public EventEditor getEditor() {
        return editor;
    }

    /** What the custom fields say. */
    public List<FieldWords.Group> getCustomGroups() {
        return fieldWords.groups(EventFieldOwner.OBJECT, event.custom(), EventFieldOwner.facts(event.type()));
    }

    public String save() {
        var saved = editor.save();
        if (saved == null) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1(event == null ? "event.added" : "event.saved", saved.subject()));
        if (event == null && back != null) {
            WayBack.follow(back);
            return null;
        }
        return "/event/record.xhtml?faces-redirect=true&id=" + saved.id();
    }

    /** Where one came from to the form of a new event; the list where that is not known. */
    public String getBackUrl() {
        return Faces.getRequestContextPath() + (back == null ? "/event/list.xhtml" : back);
    }

    /** Done, cancelled or open again with one click. */
    public String state(EventState state) {
        if (!refusals.guard(() -> events.changeState(event.id(), event.version(), state))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("event.saved", event.subject()));
        return "/event/record.xhtml?faces-redirect=true&id=" + event.id();
    }

    /** Called off as far as was chosen. */
    public String cancel() {
        if (!refusals.guard(() -> allSeries.cancel(event.id(), event.version(), scope))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("event.cancelled." + scope, event.subject()));
        return "/event/record.xhtml?faces-redirect=true&id=" + event.id();
    }

    public String delete() {
        if (!refusals.guard(() -> allSeries.delete(event.id(), event.version(), scope))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("event.deleted." + scope, event.subject()));
        return event.tierId() == null || event.tierName() == null
                ? "/event/list.xhtml?faces-redirect=true"
                : "/tier/record.xhtml?faces-redirect=true&tab=event&id=" + event.tierId();
    }

    /** The series of the event; null for one that stands alone. */
    public SeriesView getSeries() {
        return series;
    }

    /** How it comes again. */
    public String getRhythm() {
        return RuleWords.of(series.rule(), Faces.getLocale().getLanguage());
    }

    public List<SeriesScope> getScopes() {
        return List.of(SeriesScope.values());
    }

    public SeriesScope getScope() {
        return scope;
    }

    public void setScope(SeriesScope scope) {
        this.scope = scope;
    }

    public String getIdText() {
        return idText;
    }

    public void setIdText(String idText) {
        this.idText = idText;
    }

    public String getTierText() {
        return tierText;
    }

    public void setTierText(String tierText) {
        this.tierText = tierText;
    }

    public String getEdit() {
        return edit;
    }

    public void setEdit(String edit) {
        this.edit = edit;
    }
}

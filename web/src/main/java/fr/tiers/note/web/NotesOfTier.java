package fr.tiers.note.web;

import fr.tiers.access.Action;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.note.NoteCommand;
import fr.tiers.note.NoteView;
import fr.tiers.note.Notes;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.Sought;
import fr.tiers.tier.web.TierRecordView;
import fr.tiers.tier.web.TierRights;
import jakarta.ejb.EJBAccessException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The notes on the tier: a quick entry, the list, and the one that is being put right. */
@Named("notesOfTier")
@ViewScoped
public class NotesOfTier implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 30;

    private final Notes notes;
    private final TierRecordView record;
    private final TierRights rights;
    private final Refusals refusals;
    private transient Slice<NoteView> slice;
    private transient List<NoteView> pinnedNotes;
    private String after;
    private boolean afterRead;
    private String body;
    private boolean secret;
    private boolean pinned;
    private long editing;
    private long version;
    private String text;
    private boolean textSecret;
    private boolean textPinned;

    protected NotesOfTier() {
        this(null, null, null, null);
    }

    @Inject
    public NotesOfTier(Notes notes, TierRecordView record, TierRights rights, Refusals refusals) {
        this.rights = rights;
        this.notes = notes;
        this.record = record;
        this.refusals = refusals;
    }

    public Slice<NoteView> getSlice() {
        if (!afterRead) {
            afterRead = true;
            after = Faces.getRequestParameter("after");
        }
        if (slice == null) {
            slice = new Slice<>(List.of(), null, 0, true);
            refusals.guard(() -> slice = withSought(notes.ofTier(record.getId(), after, ROWS)));
        }
        return slice;
    }

    /** The note that the search led to stands on top when it is further down than this page. */
    private Slice<NoteView> withSought(Slice<NoteView> page) {
        return after != null
                ? page
                : Sought.of(record, notes::get, NoteView::tierId)
                        .filter(note -> !page.items().contains(note))
                        .map(page::startingWith)
                        .orElse(page);
    }

    /** What the summary of the record shows. */
    public List<NoteView> pinnedOf(long tierId) {
        if (pinnedNotes == null) {
            try {
                pinnedNotes = notes.pinned(tierId);
            } catch (EJBAccessException e) {
                pinnedNotes = List.of();
            }
        }
        return pinnedNotes;
    }

    public boolean isLater() {
        return after != null;
    }

    public boolean isWriter() {
        return rights.may(Action.ATTACH.name());
    }

    public boolean mayReword(NoteView note) {
        return isWriter() && notes.mayReword(note);
    }

    public String add() {
        var command = new NoteCommand(body, visibility(secret), pinned);
        if (!refusals.guard(() -> notes.add(record.getId(), command))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text(secret ? "note.added.private" : "note.added"));
        return record.openTabUrl("note") + "&new=true";
    }

    public void edit(NoteView note) {
        editing = note.id();
        version = note.version();
        text = note.body();
        textSecret = note.secret();
        textPinned = note.pinned();
    }

    public void leave() {
        editing = 0;
    }

    public String save() {
        var command = new NoteCommand(text, visibility(textSecret), textPinned);
        if (!refusals.guard(() -> notes.update(editing, version, command))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text("note.saved"));
        return record.openTabUrl("note");
    }

    public String delete() {
        if (!refusals.guard(() -> notes.delete(editing, version))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text("note.deleted"));
        return record.openTabUrl("note");
    }

    /** Pins, or takes the pin out. */
    public void pin(NoteView note) {
        var command = new NoteCommand(note.body(), note.visibility(), !note.pinned());
        refusals.guard(() -> notes.update(note.id(), note.version(), command));
        slice = null;
    }

    private static String visibility(boolean isPrivate) {
        return isPrivate ? NoteCommand.PRIVATE : NoteCommand.PUBLIC;
    }

    /** The id of the note whose form is open; 0 for none. */
    public long getEditing() {
        return editing;
    }

    /** Whether the note being put right is still its author's alone: only then may it stay so. */
    public boolean isStillSecret() {
        return getSlice().items().stream().anyMatch(note -> note.id() == editing && note.secret());
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public boolean isSecret() {
        return secret;
    }

    public void setSecret(boolean secret) {
        this.secret = secret;
    }

    public boolean isPinned() {
        return pinned;
    }

    public void setPinned(boolean pinned) {
        this.pinned = pinned;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public boolean isTextSecret() {
        return textSecret;
    }

    public void setTextSecret(boolean textSecret) {
        this.textSecret = textSecret;
    }

    public boolean isTextPinned() {
        return textPinned;
    }

    public void setTextPinned(boolean textPinned) {
        this.textPinned = textPinned;
    }
}

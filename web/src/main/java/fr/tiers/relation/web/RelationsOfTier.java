package fr.tiers.relation.web;

import fr.tiers.contact.Contacts;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.relation.RelationCommand;
import fr.tiers.relation.RelationFilter;
import fr.tiers.relation.RelationTypes;
import fr.tiers.relation.RelationView;
import fr.tiers.relation.Relations;
import fr.tiers.relation.Side;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierFilter;
import fr.tiers.tier.TierOrder;
import fr.tiers.tier.TierSearch;
import fr.tiers.tier.web.TierPick;
import fr.tiers.tier.web.TierRecordView;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The typed relations of the tier, and the form for one. */
@Named("relationsOfTier")
@ViewScoped
public class RelationsOfTier implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;
    private static final int PROPOSED = 10;

    private final Relations relations;
    private final RelationTypes types;
    private final Contacts contacts;
    private final TierSearch search;
    private final TierRecordView record;
    private final Refusals refusals;
    private transient Slice<RelationView> rows;
    private RelationView editing;
    private String choice;
    private TierPick other;
    private LocalDate from;
    private LocalDate to;
    private String note;

    protected RelationsOfTier() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public RelationsOfTier(
            Relations relations,
            RelationTypes types,
            Contacts contacts,
            TierSearch search,
            TierRecordView record,
            Refusals refusals) {
        this.relations = relations;
        this.types = types;
        this.contacts = contacts;
        this.search = search;
        this.record = record;
        this.refusals = refusals;
    }

    /** What a contact's page asks for: {@code ?contact=}, whom the relation is known from. */
    @PostConstruct
    void prefill() {
        var contact = Faces.getRequestParameter("contact");
        if (contact != null && contact.matches("\\d{1,18}") && record.isFound()) {
            note = contacts.ofTier(record.getId()).stream()
                    .filter(link -> link.contactId() == Long.parseLong(contact))
                    .findFirst()
                    .map(link -> Functions.text1("relation.through", link.fullName()))
                    .orElse(null);
        }
    }

    /** A type as read from one side: what the user chooses. */
    public record Choice(String code, String label) {}

    public List<RelationView> getRows() {
        return slice().items();
    }

    /** How many there are beyond those shown. */
    public long getMore() {
        return slice().total() - slice().items().size();
    }

    private Slice<RelationView> slice() {
        if (rows == null) {
            rows = relations.ofTier(record.getId(), RelationFilter.ALL, null, SHOWN);
        }
        return rows;
    }

    public String label(RelationView relation) {
        return relation.label(language());
    }

    public String period(RelationView relation) {
        if (relation.from() != null && relation.to() != null) {
            return Functions.text2("relation.between", Functions.date(relation.from()), Functions.date(relation.to()));
        }
        if (relation.from() != null) {
            return Functions.text1("relation.since", Functions.date(relation.from()));
        }
        return relation.to() == null ? "" : Functions.text1("relation.until", Functions.date(relation.to()));
    }

    /** Each active type from each of its sides; the one being edited keeps a type that is no longer offered. */
    public List<Choice> getChoices() {
        var choices = new ArrayList<Choice>();
        for (var type : types.all()) {
            if (!type.active() && (editing == null || !type.code().equals(editing.type()))) {
                continue;
            }
            choices.add(new Choice(code(type.code(), Side.FIRST), type.label(language(), Side.FIRST)));
            if (!type.symmetric()) {
                choices.add(new Choice(code(type.code(), Side.SECOND), type.label(language(), Side.SECOND)));
            }
        }
        return choices;
    }

    private static String code(String type, Side side) {
        return type + ':' + side;
    }

    public List<TierPick> completeOther(String words) {
        return search.rows(TierFilter.words(words), TierOrder.BY_NAME, 0, PROPOSED).stream()
                .filter(row -> row.id() != record.getId())
                .map(row -> new TierPick(row.id(), row.name() + " · " + row.code()))
                .toList();
    }

    public String add() {
        if (!refusals.guard(() -> relations.add(record.getId(), command()))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("relation.added", other.label()));
        return record.openTabUrl("relation");
    }

    public void edit(RelationView relation) {
        editing = relation;
        choice = code(relation.type(), typeIsSymmetric(relation.type()) ? Side.FIRST : relation.side());
        other = new TierPick(relation.other().id(), relation.other().name());
        from = relation.from();
        to = relation.to();
        note = relation.note();
    }

    private boolean typeIsSymmetric(String code) {
        return types.get(code).symmetric();
    }

    public void leave() {
        editing = null;
    }

    public String save() {
        return done(
                "relation.saved", () -> relations.update(editing.id(), record.getId(), editing.version(), command()));
    }

    /** The relation is over as of today. */
    public String end() {
        return done("relation.ended", () -> relations.end(editing.id(), record.getId(), editing.version(), null));
    }

    public String delete() {
        return done("relation.deleted", () -> relations.delete(editing.id(), editing.version()));
    }

    private String done(String message, Runnable change) {
        if (!refusals.guard(change)) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1(message, editing.other().name()));
        return record.openTabUrl("relation");
    }

    private RelationCommand command() {
        var parts = choice == null ? new String[0] : choice.split(":");
        var side = parts.length == 2 && Side.SECOND.name().equals(parts[1]) ? Side.SECOND : Side.FIRST;
        return new RelationCommand(
                parts.length == 0 ? null : parts[0], other == null ? null : other.id(), side, from, to, note);
    }

    private static String language() {
        return Faces.getLocale().getLanguage();
    }

    public RelationView getEditing() {
        return editing;
    }

    public String getChoice() {
        return choice;
    }

    public void setChoice(String choice) {
        this.choice = choice;
    }

    public TierPick getOther() {
        return other;
    }

    public void setOther(TierPick other) {
        this.other = other;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}

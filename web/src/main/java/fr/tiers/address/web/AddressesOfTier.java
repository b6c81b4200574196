package fr.tiers.address.web;

import fr.tiers.address.AddressCommand;
import fr.tiers.address.AddressFieldOwner;
import fr.tiers.address.AddressView;
import fr.tiers.address.Addresses;
import fr.tiers.address.DeletedAddress;
import fr.tiers.address.MoveCommand;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.web.FieldWords;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.RecordTabs;
import fr.tiers.tier.web.TierRecordView;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/**
 * The further addresses of the tier. {@code ?edit=} opens the form of one in its place, {@code ?move=} that of the address one moves to;
 * the menu "Nouveau" opens an empty one.
 */
@Named("addressesOfTier")
@ViewScoped
public class AddressesOfTier implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Addresses addresses;
    private final TierRecordView record;
    private final RecordTabs tabs;
    private final Refusals refusals;
    private final Clock clock;
    private final CustomFields customFields;
    private final FieldWords fieldWords;
    private transient List<AddressView> rows;
    private AddressForm form = new AddressForm();
    private AddressView subject;
    private boolean moving;
    private LocalDate movedOn;
    private AddressView undone;
    private boolean deleted;
    private DeletedAddress removed;

    protected AddressesOfTier() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public AddressesOfTier(
            Addresses addresses,
            TierRecordView record,
            RecordTabs tabs,
            Refusals refusals,
            Clock clock,
            CustomFields customFields,
            FieldWords fieldWords) {
        this.addresses = addresses;
        this.record = record;
        this.tabs = tabs;
        this.refusals = refusals;
        this.clock = clock;
        this.customFields = customFields;
        this.fieldWords = fieldWords;
    }

    @PostConstruct
    void open() {
        if (record.isCreating()) {
            form = form(form.toCommand(), customFields.defaults(AddressFieldOwner.OBJECT));
        }
        var move = Faces.getRequestParameter("move");
        var wanted = move == null ? Faces.getRequestParameter("edit") : move;
        if (wanted == null || !isWriter()) {
            return;
        }
        getRows().stream()
                .filter(row -> String.valueOf(row.id()).equals(wanted))
                .findFirst()
                .ifPresent(row -> {
                    subject = row;
                    moving = move != null;
                    form = form(moving ? elsewhere(row) : row.toCommand(), row.custom());
                    movedOn = LocalDate.now(clock);
                });
    }

    private AddressForm form(AddressCommand command, Map<String, Object> custom) {
        return AddressForm.of(command.withCustom(custom), customFields.of(AddressFieldOwner.OBJECT));
    }

    /** What the custom fields of an address say. */
    public List<FieldWords.Group> customGroups(AddressView row) {
        return fieldWords.groups(AddressFieldOwner.OBJECT, row.custom(), AddressFieldOwner.facts(row.toCommand()));
    }

    /** What stays the same when one moves: what the address is for and how to reach it. */
    private static AddressCommand elsewhere(AddressView old) {
        return new AddressCommand(
                old.label(),
                null,
                null,
                null,
                null,
                null,
                old.country(),
                null,
                old.usages(),
                old.defaultFor(),
                null,
                null,
                null,
                null,
                old.phone(),
                old.mobile(),
                old.fax(),
                old.email(),
                old.website(),
                null,
                null,
                null,
                null,
                old.siteContact(),
                old.openingHours(),
                old.site(),
                old.custom());
    }

    /** The address has a new version by a tag; its form goes on with it, unless somebody else was there as well. */
    void retagged() {
        var now = addresses.get(subject.id());
        if (now.version() == subject.version() + 1) {
            subject = now;
        }
        rows = null;
    }

    public List<AddressView> getRows() {
        if (rows == null) {
            rows = addresses.ofTier(record.getId());
        }
        return rows;
    }

    /** In use, or to be. */
    public List<AddressView> getCurrent() {
        var today = LocalDate.now(clock);
        return getRows().stream().filter(row -> !row.isFormer(today)).toList();
    }

    /** Those above the form, which stands in the place of the address it is about; on top for a new one. */
    public List<AddressView> getBefore() {
        return getCurrent().subList(0, Math.max(0, getCurrent().indexOf(subject)));
    }

    public List<AddressView> getAfter() {
        var current = getCurrent();
        return current.subList(current.indexOf(subject) + 1, current.size());
    }

    public List<AddressView> getFormer() {
        var today = LocalDate.now(clock);
        return getRows().stream().filter(row -> row.isFormer(today)).toList();
    }

    public boolean isPlanned(AddressView row) {
        return row.from() != null && row.from().isAfter(LocalDate.now(clock));
    }

    /** Whether the address says how to get in. */
    public boolean hasNotes(AddressView row) {
        return row.accessCode() != null
                || row.floor() != null
                || row.parking() != null
                || row.safety() != null
                || row.siteContact() != null;
    }

    public List<String> getUsageCodes() {
        return List.of("BILLING", "DELIVERY", "HEAD_OFFICE", "SITE");
    }

    public boolean isWriter() {
        return tabs.mayCreate(record.getOpenTab());
    }

    /** Whether a form is open: for a new address, for a change, or for a move. */
    public boolean isOpen() {
        return record.isCreating() || subject != null;
    }

    public String getTitle() {
        if (subject == null) {
            return Functions.text("address.new");
        }
        return Functions.text1(moving ? "address.moveOf" : "address.editOf", subject.label());
    }

    public String save() {
        var command = form.toCommand();
        if (!refusals.guard(() -> form.getCustom().watch(() -> store(command)))) {
            return null;
        }
        var key = subject == null ? "address.added" : moving ? "address.moved" : "address.saved";
        Messages.addFlashGlobalInfo(Functions.text1(key, command.label()));
        return record.openTabUrl("address");
    }

    private void store(AddressCommand command) {
        if (subject == null) {
            addresses.add(record.getId(), command);
        } else if (moving) {
            addresses.move(subject.id(), subject.version(), new MoveCommand(movedOn, command));
        } else {
            addresses.update(subject.id(), subject.version(), command);
        }
    }

    /** Ends the use today; {@link #undo} takes it back. */
    public void close(AddressView row) {
        if (refusals.guard(() -> undone = closed(row))) {
            deleted = false;
        }
        rows = null;
    }

    /** The address as it was, with the version it has now. */
    private AddressView closed(AddressView row) {
        addresses.close(row.id(), row.version(), null);
        return row;
    }

    public void delete(AddressView row) {
        if (refusals.guard(() -> removed = addresses.delete(row.id(), row.version()))) {
            undone = row;
            deleted = true;
        }
        rows = null;
    }

    public void undo() {
        refusals.guard(() -> {
            if (deleted) {
                addresses.restore(removed);
            } else {
                var now = addresses.get(undone.id());
                addresses.update(now.id(), now.version(), undone.toCommand());
            }
            undone = null;
        });
        rows = null;
    }

    /** What was closed or deleted last and can be taken back. */
    public AddressView getUndone() {
        return undone;
    }

    public boolean isDeleted() {
        return deleted;
    }

    public boolean isMoving() {
        return moving;
    }

    public AddressView getSubject() {
        return subject;
    }

    public AddressForm getForm() {
        return form;
    }

    public LocalDate getMovedOn() {
        return movedOn;
    }

    public void setMovedOn(LocalDate movedOn) {
        this.movedOn = movedOn;
    }
}

package fr.tiers.exchange;

import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.Contacts;
import fr.tiers.exchange.RowPlan.Result;
import fr.tiers.exchange.Undo.ContactUndo;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.tier.TierFields;
import fr.tiers.tier.TierMapping;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Does what the plan of a row says, through the services that forms and programs use, and nothing else: where the outcome would differ
 * from the plan, the row is refused and stays as it was.
 */
final class RowWriter {

    private static final String CONTACT = "contact.";

    private final Planner planner;
    private final TierService tiers;
    private final Contacts contacts;

    RowWriter(Planner planner, TierService tiers, Contacts contacts) {
        this.planner = planner;
        this.tiers = tiers;
        this.contacts = contacts;
    }

    /** What was written. */
    record Written(int number, long tierId, Undo undo) {}

    /**
     * Writes rows in their order, but new tiers together and first.
     *
     * @throws BusinessException CONFLICT {@code import-plan-changed} when a plan no longer holds; else as the services refuse
     */
    List<Written> write(List<RowText> rows) {
        var found = planner.found(rows.stream().map(RowText::cells).toList());
        for (int i = 0; i < rows.size(); i++) {
            var now = found.get(i).stream().findFirst().orElse(null);
            if (!Objects.equals(now, rows.get(i).plan().tierId())) {
                throw changed();
            }
        }
        var written = new ArrayList<>(create(rows.stream()
                .filter(row -> row.plan().result() == Result.CREATED)
                .toList()));
        rows.stream()
                .filter(row -> row.plan().result() == Result.UPDATED)
                .forEach(row -> written.add(
                        update(row, planner.cells(row.cells()), row.plan().tierId())));
        return written;
    }

    private List<Written> create(List<RowText> rows) {
        var kept = tiers.createAll(rows.stream()
                .map(row -> planner.newTier(planner.cells(row.cells()), new Checks()))
                .toList());
        var written = new ArrayList<Written>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var after = kept.get(i).data();
            boolean asPlanned = own(row).stream()
                    .allMatch(change -> Objects.equals(
                            change.after(), new Difference("", null, TierFields.text(after, change.field())).after()));
            if (!asPlanned) {
                throw changed();
            }
            long id = kept.get(i).id();
            written.add(new Written(
                    row.number(), id, new Undo(null, contact(row, planner.cells(row.cells()), id, List::of))));
        }
        return written;
    }

    private Written update(RowText row, RowCells cells, long id) {
        var before = tiers.whole(id);
        if (before.version() != row.plan().version()) {
            throw changed();
        }
        List<String> tags = null;
        if (!own(row).isEmpty()) {
            tags = before.tags();
            var data = planner.changed(TierMapping.toData(before), cells);
            tiers.update(id, before.version(), data);
            requireAsPlanned(row, before, tiers.whole(id));
        }
        return new Written(row.number(), id, new Undo(tags, contact(row, cells, id, () -> contacts.ofTier(id))));
    }

    private void requireAsPlanned(RowText row, TierView before, TierView after) {
        var done = planner.differences(TierMapping.toData(before), TierMapping.toData(after)).stream()
                // a conversion may bring a code of its own
                .filter(change -> !"code".equals(change.field()))
                .toList();
        if (!done.equals(own(row))) {
            throw changed();
        }
    }

    private ContactUndo contact(RowText row, RowCells cells, long tierId, Supplier<List<ContactLinkView>> known) {
        var planned = row.plan().changes().stream()
                .filter(change -> change.field().startsWith(CONTACT))
                .toList();
        if (planned.isEmpty()) {
            return null;
        }
        var fill = new ContactFill(cells);
        var before = fill.find(known.get()).orElse(null);
        if (!fill.differences(before).equals(planned)) {
            throw changed();
        }
        if (before == null) {
            var added = contacts.add(tierId, fill.person(), fill.newLink());
            return new ContactUndo(added.id(), added.version(), true, null, null, null, null);
        }
        var after = contacts.update(before.id(), before.version(), fill.over(before.toCommand()));
        return undo(before, after);
    }

    private static ContactUndo undo(ContactLinkView before, ContactLinkView after) {
        return new ContactUndo(
                after.id(), after.version(), false, before.jobTitle(), before.email(), before.phone(), before.mobile());
    }

    private static List<Difference> own(RowText row) {
        return row.plan().changes().stream()
                .filter(change -> !change.field().startsWith(CONTACT))
                .toList();
    }

    private static BusinessException changed() {
        return new BusinessException(Kind.CONFLICT, RowText.PLAN_CHANGED);
    }
}

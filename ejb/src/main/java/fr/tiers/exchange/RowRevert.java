package fr.tiers.exchange;

import fr.tiers.contact.Contacts;
import fr.tiers.customfield.CustomFields;
import fr.tiers.exchange.RowPlan.Result;
import fr.tiers.exchange.Undo.ContactUndo;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Records;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierFieldOwner;
import fr.tiers.tier.TierMapping;
import fr.tiers.tier.TierService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes a written row back: removes the tier it created, restores the values it changed. What somebody has touched since stays. */
final class RowRevert {

    private final TierService tiers;
    private final Contacts contacts;
    private final CustomFields customFields;
    private final RowFill fill;
    private final Traces traces;

    RowRevert(TierService tiers, Contacts contacts, CustomFields customFields, RowFill fill, Traces traces) {
        this.tiers = tiers;
        this.contacts = contacts;
        this.customFields = customFields;
        this.fill = fill;
        this.traces = traces;
    }

    /** Whether anything was written about a tier after a row was. */
    @FunctionalInterface
    interface Traces {
        boolean since(RowText row);
    }

    /** @throws BusinessException CONFLICT {@code import-row-touched}; else as the services refuse */
    void revert(RowText row) {
        long id = row.plan().tierId();
        var now = tiers.whole(id);
        if (now.version() != row.plan().version() || traces.since(row)) {
            throw new BusinessException(Kind.CONFLICT, "import-row-touched", now.code());
        }
        if (row.plan().result() == Result.CREATED) {
            tiers.delete(id, now.version());
            return;
        }
        revertContact(row.undo().contact());
        var own = row.plan().changes().stream()
                .filter(change -> !change.field().startsWith("contact."))
                .toList();
        if (!own.isEmpty()) {
            var current = tiers.whole(id);
            tiers.update(
                    id,
                    current.version(),
                    restored(TierMapping.toData(current), own, row.undo().tags()));
        }
    }

    private void revertContact(ContactUndo undo) {
        if (undo == null) {
            return;
        }
        var link = contacts.get(undo.link());
        if (link.version() != undo.version()) {
            throw new BusinessException(Kind.CONFLICT, "import-row-touched", link.fullName());
        }
        if (undo.added()) {
            contacts.remove(link.id(), link.version());
            return;
        }
        var before = link.toCommand();
        for (var field : Map.of(
                        "jobTitle", text(undo.jobTitle()),
                        "email", text(undo.email()),
                        "phone", text(undo.phone()),
                        "mobile", text(undo.mobile()))
                .entrySet()) {
            before = Records.with(before, field.getKey(), Checks.trim(field.getValue()));
        }
        contacts.update(link.id(), link.version(), before);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private TierData restored(TierData data, List<Difference> changes, List<String> tags) {
        var custom = new LinkedHashMap<>(data.getCustom());
        custom.putAll(customFields.parsed(TierFieldOwner.OBJECT, before(changes)));
        changes.stream()
                .filter(change -> change.field().startsWith("custom.") && change.before() == null)
                .forEach(change -> custom.remove(change.field().substring("custom.".length())));
        data.setCustom(custom);
        for (var change : changes) {
            if (!change.field().startsWith("custom.")) {
                fill.restore(change.field(), change.before(), data);
            }
        }
        if (tags != null) {
            data.setTags(tags);
        }
        return data;
    }

    private static Map<String, String> before(List<Difference> changes) {
        return changes.stream()
                .filter(change -> change.before() != null)
                .collect(Collectors.toMap(Difference::field, Difference::before));
    }
}

package fr.tiers.exchange;

import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.Contacts;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldDefinition;
import fr.tiers.exchange.RowPlan.Result;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Violation;
import fr.tiers.tier.DuplicateException;
import fr.tiers.tier.Rehearsal;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierFields;
import fr.tiers.tier.TierMapping;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Says of a row what it would do, by the rules that hold when it is done. Made for a block of rows of one import, in the name of one
 * caller.
 */
final class Planner {

    private static final String CUSTOM = "custom.";

    private final TierService tiers;
    private final Contacts contacts;
    private final KeyMatch match;
    private final ImportSettings settings;
    private final List<TargetField> fields;
    private final List<TargetField> keys;
    private final Map<String, FieldDefinition> seen;
    private final Vocabulary words;
    private final RowFill fill;

    /** @param seen the custom fields that the caller may see, by name */
    Planner(
            TierService tiers,
            Contacts contacts,
            KeyMatch match,
            ImportSettings settings,
            List<TargetField> fields,
            Map<String, FieldDefinition> seen,
            Vocabulary words) {
        this.tiers = tiers;
        this.contacts = contacts;
        this.match = match;
        this.settings = settings;
        this.fields = fields;
        this.keys = keys(settings, fields);
        this.seen = seen;
        this.words = words;
        this.fill = new RowFill(fields, words, settings);
    }

    static List<TargetField> keys(ImportSettings settings, List<TargetField> fields) {
        return fields.stream()
                .filter(field -> settings.keys().contains(field.name()))
                .toList();
    }

    List<String> claims(List<String> cells) {
        return Claims.of(fields, keys, new RowCells(settings, cells));
    }

    /** What is read once for the rows of a block, in their order. */
    record Known(List<RowCells> cells, List<List<Long>> found, Map<Long, TierView> tiers, Set<String> sirets) {}

    /** Asks for a block of rows what each of them has to be compared with. */
    Known known(List<List<String>> rows) {
        var cells = rows.stream().map(this::cells).toList();
        var found = isKeyKnown() ? match.find(keys, cells, words) : Collections.nCopies(rows.size(), List.<Long>of());
        var one = found.stream()
                .filter(ids -> ids.size() == 1)
                .flatMap(List::stream)
                .distinct()
                .toList();
        var sirets = cells.stream()
                .map(row -> CellTexts.siret(row.text("siret")))
                .filter(siret -> !siret.isEmpty() && siret.indexOf('\0') < 0)
                .distinct()
                .toList();
        return new Known(
                cells,
                found,
                settings.mode().updates() && !one.isEmpty() ? tiers.whole(one) : Map.of(),
                sirets.isEmpty() ? Set.of() : tiers.knownSirets(sirets));
    }

    private boolean isKeyKnown() {
        return keys.stream().allMatch(key -> settings.has(key.name()))
                && keys.size() == settings.keys().size();
    }

    /**
     * @param place of the row in the block
     * @param width how many cells it has
     * @param earlier rows above this one, by the claim that they have in common
     */
    RowPlan plan(Known known, int place, int width, Map<String, Integer> earlier) {
        if (width > settings.columns().size()) {
            return RowPlan.error(RowProblem.of(
                    "import-row-too-long", width, settings.columns().size()));
        }
        if (!isKeyKnown()) {
            return RowPlan.error(RowProblem.of("import-key-unknown"));
        }
        try {
            return plan(known, place, earlier);
        } catch (DuplicateException e) {
            return new RowPlan(Result.DUPLICATE, e.candidates().get(0).id(), null, List.of(), RowProblem.of(e));
        } catch (BusinessException e) {
            return RowPlan.error(RowProblem.of(e));
        }
    }

    private RowPlan plan(Known known, int place, Map<String, Integer> earlier) {
        var twin = earlier.entrySet().stream()
                .filter(claim -> claim.getKey().startsWith(Claims.KEY))
                .findFirst();
        if (twin.isPresent()) {
            return RowPlan.error(RowProblem.of("import-row-twice", twin.get().getValue()));
        }
        var found = known.found().get(place);
        if (found.size() > 1) {
            return RowPlan.error(RowProblem.of("import-key-ambiguous", found.get(0), found.get(1)));
        }
        var cells = known.cells().get(place);
        return found.isEmpty()
                ? planNew(cells, known.sirets(), earlier)
                : planChange(found.get(0), known.tiers().get(found.get(0)), cells);
    }

    private RowPlan planNew(RowCells cells, Set<String> sirets, Map<String, Integer> earlier) {
        if (!settings.mode().creates()) {
            return RowPlan.error(RowProblem.of(KeyMatch.isBlank(keys, cells) ? "import-key-blank" : "import-no-match"));
        }
        if (!earlier.isEmpty()) {
            return RowPlan.error(RowProblem.of(
                    "import-row-twice", earlier.values().iterator().next()));
        }
        var checks = new Checks();
        var data = newTier(cells, checks);
        var after = rehearsed(checks, tiers.rehearse(data, sirets));
        var changes = new ArrayList<>(differences(new TierData(), after));
        changes.addAll(contact(cells, after, List.of()));
        return new RowPlan(Result.CREATED, null, null, changes, List.of());
    }

    private RowPlan planChange(long id, TierView before, RowCells cells) {
        if (!settings.mode().updates()) {
            return new RowPlan(Result.DUPLICATE, id, null, List.of(), List.of(RowProblem.of("import-known")));
        }
        if (before == null) {
            throw BusinessException.notFound("tier", id);
        }
        var checks = new Checks();
        var data = TierMapping.toData(before);
        fill.fill(data, cells, true, checks);
        var after = rehearsed(checks, tiers.rehearse(before, data));
        var changes = new ArrayList<>(differences(TierMapping.toData(before), after));
        if (new ContactFill(cells).isThere()) {
            changes.addAll(contact(cells, after, contacts.ofTier(id)));
        }
        var result = changes.isEmpty() ? Result.UNCHANGED : Result.UPDATED;
        return new RowPlan(result, id, before.version(), changes, List.of());
    }

    /** What is written of a new tier. */
    TierData newTier(RowCells cells, Checks checks) {
        var data = new TierData();
        fill.fill(data, cells, false, checks);
        return data;
    }

    /** What is written of a tier that exists. */
    TierData changed(TierData before, RowCells cells) {
        fill.fill(before, cells, true, new Checks());
        return before;
    }

    /** @return which tiers each row is about */
    List<List<Long>> found(List<List<String>> rows) {
        return match.find(keys, rows.stream().map(this::cells).toList(), words);
    }

    RowCells cells(List<String> cells) {
        return new RowCells(settings, cells);
    }

    /** What cannot be read and what the rules refuse, in one refusal. */
    private static TierData rehearsed(Checks checks, Rehearsal rehearsal) {
        var refusal = rehearsal.refusal();
        if (refusal == null || refusal instanceof DuplicateException) {
            checks.refuse();
        }
        if (refusal == null) {
            return rehearsal.after();
        }
        if (checks.violations().isEmpty() || refusal.violations().isEmpty()) {
            throw refusal;
        }
        // what could not be read is empty for the rules: it is said once, as what it is
        refusal.violations()
                .forEach(violation -> checks.holds(
                        checks.violations().stream().map(Violation::field).anyMatch(violation.field()::equals),
                        violation.field(),
                        violation.code(),
                        violation.arguments().toArray()));
        throw BusinessException.invalid(checks.violations());
    }

    private List<Difference> contact(RowCells cells, TierData tier, List<ContactLinkView> known) {
        var contact = new ContactFill(cells);
        if (!contact.isThere()) {
            return List.of();
        }
        if (!"COMPANY".equals(tier.getKind())) {
            throw BusinessException.invalid("contact.lastName", "contact-of-person");
        }
        var before = contact.find(known).orElse(null);
        try {
            if (before == null) {
                contacts.rehearse(contact.person(), contact.newLink());
            } else {
                contacts.rehearse(null, contact.over(before.toCommand()));
            }
        } catch (BusinessException e) {
            throw new BusinessException(
                    e.kind(),
                    e.code(),
                    e.violations().stream()
                            .map(each -> new Violation("contact." + each.field(), each.code(), each.arguments()))
                            .toList());
        }
        return contact.differences(before);
    }

    /** What the caller may see of how two states of a tier differ. */
    List<Difference> differences(TierData before, TierData after) {
        return TierFields.names(before, after).stream()
                .filter(name -> !name.startsWith(CUSTOM) || seen.containsKey(name))
                .map(name -> new Difference(name, text(before, name), text(after, name)))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    /** In the form in which it is kept today: a value from before a change of its field is not another one. */
    private String text(TierData data, String name) {
        if (!name.startsWith(CUSTOM)) {
            return TierFields.text(data, name);
        }
        var field = seen.get(name);
        var value = data.getCustom().get(field.code());
        return CustomFields.text(CustomFields.tidy(field, value, value));
    }
}

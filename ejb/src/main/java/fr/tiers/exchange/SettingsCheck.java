package fr.tiers.exchange;

import fr.tiers.exchange.ImportSettings.Mode;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether what a user says of a file can be worked with. */
final class SettingsCheck {

    private static final int MAX_VALUES = 500;

    private final Map<String, TargetField> fields;
    private final Checks checks = new Checks();

    SettingsCheck(List<TargetField> fields) {
        this.fields = fields.stream().collect(Collectors.toMap(TargetField::name, Function.identity()));
    }

    /**
     * @param header the columns of the file; one that is not spoken of is left out of the import
     * @param types codes of the types that a new tier may have
     * @return in the order of the file
     * @throws BusinessException INVALID with every violation
     */
    ImportSettings check(ImportSettings wanted, List<String> header, List<String> types) {
        var columns = columns(wanted.columns(), header);
        for (var key : wanted.keys()) {
            var field = fields.get(key);
            checks.holds(field != null && TargetFields.isKey(field), "keys", "unknown-value", key);
            checks.holds(
                    columns.stream().anyMatch(each -> key.equals(each.field())),
                    "keys",
                    "import-key-without-column",
                    key);
        }
        checks.holds(wanted.mode() != Mode.UPDATE || !wanted.keys().isEmpty(), "keys", "required");
        wanted.types().forEach(type -> checks.holds(types.contains(type), "types", "unknown-reference", type));
        checks.holds(columns.stream().anyMatch(each -> each.field() != null), "columns", "required");
        checks.refuse();
        return new ImportSettings(
                wanted.format(), columns, wanted.keys(), wanted.mode(), wanted.blank(), wanted.types());
    }

    private List<ColumnMapping> columns(List<ColumnMapping> wanted, List<String> header) {
        var byName = new HashMap<String, ColumnMapping>();
        for (var column : wanted) {
            checks.holds(
                    column.column() != null && header.contains(column.column()),
                    "columns",
                    "unknown-value",
                    String.valueOf(column.column()));
            checks.holds(
                    byName.put(column.column(), column) == null,
                    "columns",
                    "duplicate",
                    String.valueOf(column.column()));
            checks.holds(
                    column.field() == null || fields.containsKey(column.field()),
                    "columns",
                    "unknown-value",
                    String.valueOf(column.field()));
            checks.holds(column.values().size() <= MAX_VALUES, "columns", "too-many", MAX_VALUES);
        }
        var taken = new HashSet<String>();
        wanted.stream()
                .map(ColumnMapping::field)
                .filter(field -> field != null)
                .forEach(field -> checks.holds(taken.add(field), "columns", "import-field-twice", field));
        return header.stream()
                .map(name -> byName.getOrDefault(name, new ColumnMapping(name, null)))
                .toList();
    }
}

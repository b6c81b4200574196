package fr.tiers.tier;

import fr.tiers.codelist.CodeList;
import fr.tiers.kernel.Checks;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types of tiers: their names, what they make of a tier, how they look. */
@Stateless
public class TierTypes extends CodeList<TierType> {

    private static final Set<String> FUNCTIONS =
            Set.of("NONE", "SUSPECT", "PROSPECT", "CUSTOMER", "SUPPLIER", "SUBCONTRACTOR");
    private static final Set<String> COLOURS = Set.of("grey", "blue", "green", "orange", "red", "purple", "teal");

    public TierTypes() {
        super("tier-type", "tier_type", "select 1 from tier_function where type_code = :code");
    }

    @Override
    protected TierType read(ResultSet row) throws SQLException {
        return type(row);
    }

    static TierType type(ResultSet row) throws SQLException {
        return new TierType(
                row.getString("code"),
                row.getLong("version"),
                row.getString("function"),
                row.getString("label_fr"),
                row.getString("label_en"),
                row.getString("colour"),
                row.getString("icon"),
                row.getInt("position"),
                row.getBoolean("active"),
                row.getBoolean("is_default"),
                List.of((String[]) row.getArray("required_fields").getArray()));
    }

    @Override
    protected Map<String, Object> special(TierType type) {
        return Map.of(
                "function", type.function(),
                "colour", type.colour(),
                "icon", type.icon(),
                "is_default", type.byDefault(),
                "required_fields", type.requiredFields().toArray(String[]::new));
    }

    @Override
    protected void check(TierType type, Checks checks) {
        checks.required("function", type.function())
                .oneOf("function", type.function(), FUNCTIONS)
                .required("colour", type.colour())
                .oneOf("colour", type.colour(), COLOURS)
                .holds(
                        type.icon() != null && type.icon().matches("pi-[a-z0-9-]{1,40}"),
                        "icon",
                        "unknown-value",
                        type.icon());
        type.requiredFields().stream()
                .map(String::valueOf)
                .filter(field -> !RequiredFields.CHOICE.contains(field))
                .forEach(field -> checks.holds(false, "requiredFields", "unknown-value", field));
    }

    /** Makes room: there is one default at the most. */
    @Override
    protected void beforeSave(TierType before, TierType type) {
        if (type.byDefault()) {
            db().run(handle -> handle.execute(
                    "update tier_type set is_default = false where is_default and code <> ?", type.code()));
        }
    }
}

package fr.tiers.relation;

import fr.tiers.codelist.CodeList;
import fr.tiers.kernel.Checks;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** The types of relations: how they read from each side. */
@Stateless
public class RelationTypes extends CodeList<RelationType> {

    public RelationTypes() {
        super("relation-type", "relation_type", "select 1 from tier_relation where type_code = :code");
    }

    @Override
    protected RelationType read(ResultSet row) throws SQLException {
        return new RelationType(
                row.getString("code"),
                row.getLong("version"),
                row.getString("label_fr"),
                row.getString("inverse_fr"),
                row.getString("label_en"),
                row.getString("inverse_en"),
                row.getBoolean("mutual"),
                row.getInt("position"),
                row.getBoolean("active"));
    }

    @Override
    protected Map<String, Object> special(RelationType type) {
        return Map.of("inverse_fr", type.inverseFr(), "inverse_en", type.inverseEn(), "mutual", type.symmetric());
    }

    @Override
    protected void check(RelationType type, Checks checks) {
        if (!type.symmetric()) {
            checks.required("inverseFr", type.inverseFr())
                    .text("inverseFr", type.inverseFr())
                    .required("inverseEn", type.inverseEn())
                    .text("inverseEn", type.inverseEn());
        }
    }

    /** Relations that are there would change their direction. */
    @Override
    protected void beforeSave(RelationType before, RelationType type) {
        if (before != null && before.symmetric() != type.symmetric()) {
            refuseUsed(before);
        }
    }
}

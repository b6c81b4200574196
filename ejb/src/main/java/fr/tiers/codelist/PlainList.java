package fr.tiers.codelist;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A list whose entries have nothing but what every list has. */
public abstract class PlainList extends CodeList<PlainEntry> {

    /** @see CodeList#CodeList(String, String, String...) */
    protected PlainList(String name, String table, String... uses) {
        super(name, table, uses);
    }

    @Override
    protected PlainEntry read(ResultSet row) throws SQLException {
        return new PlainEntry(
                row.getString("code"),
                row.getLong("version"),
                row.getString("label_fr"),
                row.getString("label_en"),
                row.getInt("position"),
                row.getBoolean("active"));
    }
}

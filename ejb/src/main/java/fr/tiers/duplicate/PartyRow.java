package fr.tiers.duplicate;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;

/** A tier as it is compared and named. */
record PartyRow(long id, String code, String name, String city, Party party) {

    /** Columns of the table {@code tier} under the alias t. */
    static final String COLUMNS =
            """
            t.id, t.code, t.name, t.trade_name, t.city, t.siret, t.siren, t.vat_number, t.email, t.phone, t.mobile, t.website,
            t.legal_form, t.postal_code, t.address_line1,
            array(select e.email from tier_other_email e where e.tier_id = t.id) as other_emails
            """;

    static PartyRow of(ResultSet row) throws SQLException {
        return new PartyRow(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("city"),
                Party.of(new Party.Written(
                        row.getString("siret"),
                        row.getString("siren"),
                        row.getString("vat_number"),
                        Stream.concat(Stream.ofNullable(row.getString("email")), texts(row.getArray("other_emails")))
                                .toList(),
                        row.getString("phone"),
                        row.getString("mobile"),
                        row.getString("website"),
                        row.getString("name"),
                        row.getString("trade_name"),
                        row.getString("legal_form"),
                        row.getString("postal_code"),
                        row.getString("address_line1"))));
    }

    private static Stream<String> texts(Array array) throws SQLException {
        return array == null ? Stream.of() : Arrays.stream((String[]) array.getArray());
    }
}

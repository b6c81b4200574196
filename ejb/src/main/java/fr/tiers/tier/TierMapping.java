package fr.tiers.tier;

import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldJson;
import java.lang.reflect.RecordComponent;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** From a row to what is read, and from what is read to what can be written again. */
public final class TierMapping {

    private TierMapping() {}

    static TierView view(ResultSet row) throws SQLException {
        return new TierView(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("code"),
                row.getString("name"),
                row.getString("trade_name"),
                texts(row.getArray("types")),
                row.getString("kind"),
                "INDIVIDUAL".equals(row.getString("kind")),
                row.getString("civility"),
                row.getString("last_name"),
                row.getString("first_name"),
                row.getString("status"),
                row.getString("closed_reason"),
                row.getString("siren"),
                row.getString("siret"),
                row.getString("vat_number"),
                row.getString("ape_code"),
                row.getString("ape_label"),
                row.getString("legal_form"),
                row.getBigDecimal("capital"),
                row.getObject("founded_on", LocalDate.class),
                row.getString("sector"),
                row.getString("headcount_band"),
                row.getObject("headcount", Integer.class),
                row.getBigDecimal("turnover"),
                row.getObject("turnover_year", Integer.class),
                row.getString("email"),
                otherEmails(row.getArray("other_emails")),
                row.getString("phone"),
                row.getString("mobile"),
                row.getString("fax"),
                row.getString("website"),
                row.getString("linkedin"),
                row.getString("facebook"),
                row.getString("youtube"),
                row.getString("x"),
                row.getString("language"),
                row.getString("culture"),
                row.getString("currency"),
                MainAddress.View.of(row),
                row.getString("sales_unit_code"),
                row.getString("owner_login"),
                texts(row.getArray("companies")),
                texts(row.getArray("agencies")),
                row.getObject("parent_id", Long.class),
                row.getString("distribution_type"),
                row.getString("tier_group"),
                row.getString("listing_mode"),
                row.getBoolean("blocked"),
                row.getString("blocked_reason"),
                row.getObject("blocked_until", LocalDate.class),
                row.getString("blocked_by"),
                instant(row.getTimestamp("blocked_at")),
                row.getBoolean("under_watch"),
                row.getString("watch_reason"),
                row.getObject("watch_until", LocalDate.class),
                row.getString("watched_by"),
                instant(row.getTimestamp("watched_at")),
                row.getString("payment_terms"),
                row.getString("observation"),
                texts(row.getArray("tags")),
                FieldJson.values(row.getString("custom")),
                row.getObject("closed_on", LocalDate.class),
                row.getString("sales_unit_name"),
                row.getString("owner_name"),
                row.getString("parent_name"),
                row.getString("diffusion"),
                row.getString("source"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                row.getTimestamp("updated_at").toInstant(),
                row.getString("updated_by"),
                row.getInt("quality"),
                row.getInt("quality_max"));
    }

    /** The record as its form starts out, or as REST's PATCH is applied to. */
    public static TierData toData(TierView view) {
        var data = new TierData();
        for (var component : TierView.class.getRecordComponents()) {
            if (TierFields.names().contains(component.getName())) {
                TierFields.set(component.getName(), data, read(component, view));
            }
        }
        data.setAddress(view.address().toData());
        data.setCustom(view.custom());
        return data;
    }

    private static Object read(RecordComponent component, TierView view) {
        try {
            return component.getAccessor().invoke(view);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A tier's " + component.getName() + " cannot be read", e);
        }
    }

    /** Every field a person may have changed, for the change log; tags have lines of their own. */
    static Map<String, String> values(TierView view) {
        var values = TierFields.values(toData(view));
        values.remove("tags");
        values.putAll(CustomFields.texts(view.custom()));
        return values;
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** Each as {@code TYPE address}. */
    private static List<OtherEmail> otherEmails(Array array) throws SQLException {
        return texts(array).stream()
                .map(entry -> entry.split(" ", 2))
                .map(parts -> new OtherEmail(parts[0], parts[1]))
                .toList();
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}

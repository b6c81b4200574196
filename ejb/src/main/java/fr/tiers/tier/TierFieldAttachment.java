package fr.tiers.tier;

import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldJson;
import fr.tiers.customfield.PersonalFields;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** What merge, anonymise and export mean for the tier's own custom values; they live and die with its row. */
@ApplicationScoped
public class TierFieldAttachment extends TableAttachment {

    private final Db db;
    private final CustomFields fields;
    private final PersonalFields personal;

    protected TierFieldAttachment() {
        this(null, null, null);
    }

    @Inject
    public TierFieldAttachment(Db db, CustomFields fields, PersonalFields personal) {
        super(db, "customfield", "tier");
        this.db = db;
        this.fields = fields;
        this.personal = personal;
    }

    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    protected CountQuery counting() {
        return new CountQuery(
                "select count(*) from jsonb_object_keys((select custom from tier where id = :tier))", Map.of());
    }

    @Override
    public void delete(long tierId) {
        // gone with the row
    }

    /** The survivor keeps what it says itself and takes over what only the other says. */
    @Override
    public void reattach(long fromTierId, long toTierId) {
        var joined = fields.joined(TierFieldOwner.OBJECT, values(toTierId), values(fromTierId));
        db.run(handle -> handle.createUpdate("update tier set custom = cast(:custom as jsonb) where id = :id")
                .bind("custom", FieldJson.write(joined))
                .bind("id", toTierId)
                .execute());
    }

    private Map<String, Object> values(long tierId) {
        return FieldJson.values(db.call(handle -> handle.createQuery("select custom from tier where id = :id")
                .bind("id", tierId)
                .mapTo(String.class)
                .one()));
    }

    @Override
    public void anonymise(long tierId) {
        personal.forget(TierFieldOwner.OBJECT, "o.id = :tier", tierId);
    }

    /** One row with what the flagged fields hold; none when they hold nothing. */
    @Override
    public void export(long tierId, PersonalDataExport out) {
        section(
                feature(),
                "select custom::text as custom from tier where id = :tier",
                tierId,
                (name, rows) -> out.section(
                        name,
                        personal.told(TierFieldOwner.OBJECT, rows).stream()
                                .filter(row -> !row.isEmpty())
                                .toList()));
    }
}

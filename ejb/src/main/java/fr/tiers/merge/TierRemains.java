package fr.tiers.merge;

import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldDefinition;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Violation;
import fr.tiers.organisation.Settings;
import fr.tiers.tier.TierAttachment;
import fr.tiers.tier.TierSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What is left of a source once the features have taken theirs: its functions, its children, what points to it, its row. */
@ApplicationScoped
public class TierRemains {

    /** Go with the row: the survivor has them by the values that were chosen, or they say nothing without it. */
    private static final List<String> OWN =
            List.of("tier_function", "tier_company", "tier_agency", "tier_other_email", "geocoding");

    private final Db db;
    private final Settings settings;
    private final CustomFields fields;

    protected TierRemains() {
        this(null, null, null);
    }

    @Inject
    public TierRemains(Db db, Settings settings, CustomFields fields) {
        this.db = db;
        this.settings = settings;
        this.fields = fields;
    }

    /** What the survivor becomes without anybody choosing. */
    void unite(long from, long to) {
        boolean keepsProspect = settings.flag(TierSettings.CONVERSION_KEEPS_PROSPECT);
        db.run(handle -> {
            handle.createUpdate(
                            """
                            insert into tier_function (tier_id, type_code) select :to, type_code from tier_function where tier_id = :from
                            on conflict do nothing
                            """)
                    .bind("from", from)
                    .bind("to", to)
                    .execute();
            // one way, as for a conversion: who is a customer is no prospect
            handle.createUpdate(
                            """
                            delete from tier_function f using tier_type y
                            where f.tier_id = :to and y.code = f.type_code
                              and (y.function = 'SUSPECT' and exists (
                                       select 1 from tier_function o join tier_type z on z.code = o.type_code
                                       where o.tier_id = :to and z.function in ('PROSPECT', 'CUSTOMER'))
                                   or y.function = 'PROSPECT' and not :keeps and exists (
                                       select 1 from tier_function o join tier_type z on z.code = o.type_code
                                       where o.tier_id = :to and z.function = 'CUSTOMER'))
                            """)
                    .bind("to", to)
                    .bind("keeps", keepsProspect)
                    .execute();
            handle.createUpdate(
                            """
                            update tier t set version = t.version + 1, confidential = t.confidential or f.confidential,
                                   diffusion = case when f.diffusion = 'PARTIAL' then 'PARTIAL' else t.diffusion end
                            from tier f where t.id = :to and f.id = :from
                              and (f.confidential and not t.confidential or f.diffusion = 'PARTIAL' and t.diffusion <> 'PARTIAL')
                            """)
                    .bind("from", from)
                    .bind("to", to)
                    .execute();
            handle.createUpdate("update tier set version = version + 1, parent_id = :to where parent_id = :from")
                    .bind("from", from)
                    .bind("to", to)
                    .execute();
        });
        fields.owners().forEach(owner -> fields.everIn(owner.object()).stream()
                .map(field -> field.definition())
                .filter(TierRemains::leadsToTiers)
                .forEach(field -> repoint(owner.table(), field.code(), from, to)));
    }

    private static boolean leadsToTiers(FieldDefinition field) {
        return "TIER".equals(field.target());
    }

    /** A custom field that leads to the source leads to the survivor, once. */
    private void repoint(String table, String code, long from, long to) {
        db.run(handle -> handle.createUpdate(
                        """
                        update %s set version = version + 1, custom = jsonb_set(custom, array[cast(:code as text)],
                            case jsonb_typeof(custom -> cast(:code as text))
                                when 'array' then (select jsonb_agg(distinct case when e = to_jsonb(cast(:from as bigint)) then to_jsonb(cast(:to as bigint)) else e end)
                                                   from jsonb_array_elements(custom -> cast(:code as text)) e)
                                else to_jsonb(cast(:to as bigint)) end)
                        where custom -> cast(:code as text) @> to_jsonb(cast(:from as bigint))
                        """
                                .formatted(table))
                .bind("code", code)
                .bind("from", from)
                .bind("to", to)
                .execute());
    }

    /** @throws BusinessException CONFLICT {@code merge-left-behind} when a feature has kept something back: nothing is lost silently */
    void remove(long from, List<TierAttachment> features) {
        var left = pointing().stream()
                .filter(column -> !OWN.contains(column.table()))
                .filter(column -> db.call(handle -> handle.createQuery("select exists (select 1 from " + column.table()
                                + " where " + column.name() + " = :from)")
                        .bind("from", from)
                        .mapTo(Boolean.class)
                        .one()))
                .map(column -> new Violation(feature(column.table(), features), "merge-left-behind", column.table()))
                .toList();
        if (!left.isEmpty()) {
            throw new BusinessException(Kind.CONFLICT, "merge-left-behind", left, from);
        }
        db.run(handle -> {
            OWN.forEach(table -> handle.execute("delete from " + table + " where tier_id = ?", from));
            handle.execute("delete from tier where id = ?", from);
        });
    }

    static boolean isOwn(String table) {
        return OWN.contains(table) || "tier".equals(table);
    }

    private static String feature(String table, List<TierAttachment> features) {
        return features.stream()
                .filter(feature -> feature.tables().contains(table))
                .map(TierAttachment::feature)
                .findFirst()
                .orElse(table);
    }

    private record Column(String table, String name) {}

    /** Asked of the catalogue, so that no table can be forgotten. */
    private List<Column> pointing() {
        return db.call(handle -> handle.createQuery(
                        """
                        select c.conrelid::regclass::text as table_name, a.attname as column_name
                        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        where c.contype = 'f' and c.confrelid = cast('tier' as regclass) order by 1, 2
                        """)
                .map((row, context) -> new Column(row.getString("table_name"), row.getString("column_name")))
                .list());
    }

    /** @return what the tier became a part of */
    Optional<Long> intoWhat(long id) {
        return db.call(
                handle -> handle.createQuery("select into_id from merged_record where kind = 'TIER' and id = :id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .findOne());
    }
}

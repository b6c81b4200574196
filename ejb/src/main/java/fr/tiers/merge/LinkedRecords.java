package fr.tiers.merge;

import fr.tiers.customfield.CustomFields;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What points to a record, by foreign key or by the value of a custom field: asked of the catalogues, so that nothing can be forgotten. */
@ApplicationScoped
public class LinkedRecords {

    private final Db db;
    private final CustomFields fields;

    protected LinkedRecords() {
        this(null, null);
    }

    @Inject
    public LinkedRecords(Db db, CustomFields fields) {
        this.db = db;
        this.fields = fields;
    }

    /** @return the tables that have a row with a foreign key to this record */
    List<String> tablesPointing(String table, long id) {
        record Column(String table, String name) {}
        return db
                .call(handle -> handle.createQuery(
                                """
                                select c.conrelid::regclass::text as table_name, a.attname as column_name
                                from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                                where c.contype = 'f' and c.confrelid = cast(:table as regclass) order by 1, 2
                                """)
                        .bind("table", table)
                        .map((row, context) -> new Column(row.getString("table_name"), row.getString("column_name")))
                        .list())
                .stream()
                .filter(column -> db.call(handle -> handle.createQuery("select exists (select 1 from " + column.table()
                                + " where " + column.name() + " = :id)")
                        .bind("id", id)
                        .mapTo(Boolean.class)
                        .one()))
                .map(Column::table)
                .toList();
    }

    /**
     * A custom field that leads to the source leads to the survivor, once.
     *
     * @param target what the field leads to
     */
    void repoint(String target, long from, long to) {
        fields.owners().forEach(owner -> fields.everIn(owner.object()).stream()
                .map(field -> field.definition())
                .filter(field -> target.equals(field.target()))
                .forEach(field -> repoint(owner.table(), field.code(), from, to)));
    }

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
}

package fr.tiers.history;

import fr.tiers.kernel.Db;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** {@link PastRows} whose texts come from one query. */
public abstract class PastTable implements PastRows {

    private final Db db;
    private final String entity;
    private final String sql;

    /**
     * @param sql a query with a column {@code id} and one per field, quoted as the log names it ({@code job_title as "jobTitle"}); for the
     *     tier {@code :tier} and, where it is not null, for {@code :id} only
     */
    protected PastTable(Db db, String entity, String sql) {
        this.db = db;
        this.entity = entity;
        this.sql = sql;
    }

    @Override
    public final String entity() {
        return entity;
    }

    @Override
    public Map<Long, Map<String, String>> rows(long tierId, Long id) {
        var rows = new LinkedHashMap<Long, Map<String, String>>();
        db.run(handle -> handle.createQuery(sql)
                .bind("tier", tierId)
                .bind("id", id)
                .map((row, context) -> {
                    var columns = row.getMetaData();
                    var texts = new HashMap<String, String>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        texts.put(columns.getColumnLabel(i), row.getString(i));
                    }
                    return texts;
                })
                .forEach(texts -> rows.put(Long.valueOf(texts.remove("id")), new TreeMap<>(History.texts(texts)))));
        return rows;
    }
}

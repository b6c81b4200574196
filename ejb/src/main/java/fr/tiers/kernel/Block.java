package fr.tiers.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What one transaction that does many things of a kind has read, and what it still has to write; see {@link Db#inBlock}. */
final class Block {

    private final Map<Object, Object> known = new HashMap<>();
    private final Map<String, List<Consumer<PreparedBatch>>> waiting = new LinkedHashMap<>();

    @SuppressWarnings("unchecked")
    <R> R known(Object key, Supplier<R> read) {
        if (!known.containsKey(key)) {
            known.put(key, read.get());
        }
        return (R) known.get(key);
    }

    void later(String sql, Consumer<PreparedBatch> bind) {
        waiting.computeIfAbsent(sql, each -> new ArrayList<>()).add(bind);
    }

    void write(Db db) {
        db.run(handle -> waiting.forEach((sql, rows) -> {
            var batch = handle.prepareBatch(sql);
            rows.forEach(row -> row.accept(batch));
            batch.execute();
        }));
        waiting.clear();
    }
}

package fr.tiers.sample;

import java.util.Collections;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows to be inserted into one table at once; names are constants of this package, values are bound. */
final class Rows {

    private final PreparedBatch batch;

    Rows(Handle handle, String table, String columns) {
        var marks = String.join(", ", Collections.nCopies(columns.split(",").length, "?"));
        this.batch = handle.prepareBatch("insert into " + table + " (" + columns + ") values (" + marks + ')');
    }

    Rows add(Object... values) {
        batch.add(values);
        return this;
    }

    void write() {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}

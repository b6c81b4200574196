package fr.tiers.tier;

import fr.tiers.kernel.Db;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An attachment whose rows stand in one table and name their tier in {@code tier_id}: counted, deleted and moved as they are. What a
 * feature wants otherwise it overrides; what makes its rows personal data only the feature itself can say.
 */
public abstract class TableAttachment implements TierAttachment {

    private final Db db;
    private final String feature;
    private final String table;

    /** @param table also the first of {@link #tables()}; never from outside, it becomes part of the SQL */
    protected TableAttachment(Db db, String feature, String table) {
        this.db = db;
        this.feature = feature;
        this.table = table;
    }

    @Override
    public String feature() {
        return feature;
    }

    @Override
    public Set<String> tables() {
        return Set.of(table);
    }

    /** Always what {@link #counting} says: the number by itself and the badge must not differ. */
    @Override
    public final long count(long tierId) {
        var query = counting();
        return db.call(handle -> handle.createQuery(query.sql())
                .bind("tier", tierId)
                .bindMap(query.parameters())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public final Optional<CountQuery> countQuery() {
        return Optional.of(counting());
    }

    /** How the rows are counted; a feature that counts in its own way says so here. */
    protected CountQuery counting() {
        return new CountQuery("select count(*) from " + table + " where tier_id = :tier", Map.of());
    }

    @Override
    public boolean blocksDeletion(long tierId) {
        return false;
    }

    @Override
    public void delete(long tierId) {
        execute("delete from " + table + " where tier_id = :tier", tierId);
    }

    @Override
    public void reattach(long fromTierId, long toTierId) {
        move("update " + table + " set tier_id = :to where tier_id = :from", fromTierId, toTierId);
    }

    /** Runs a statement that names the tier {@code :tier}. */
    protected final void execute(String sql, long tierId) {
        db.run(handle -> handle.createUpdate(sql).bind("tier", tierId).execute());
    }

    /** Runs a statement that names both tiers of a merge, {@code :from} and {@code :to}. */
    protected final void move(String sql, long from, long to) {
        db.run(handle ->
                handle.createUpdate(sql).bind("from", from).bind("to", to).execute());
    }

    /** Hands out what a query finds for {@code :tier}, one map per row. */
    protected final void section(String name, String sql, long tierId, PersonalDataExport out) {
        out.section(
                name,
                db.call(handle ->
                        handle.createQuery(sql).bind("tier", tierId).mapToMap().list()));
    }
}

package fr.tiers.map;

import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Takes what has changed on the map into what is kept of it; one node at a time, the others go on. */
@Stateless
@PermitAll
public class MapFolding {

    private static final int AT_ONCE = 100_000;

    private final Db db;

    protected MapFolding() {
        this(null);
    }

    @Inject
    public MapFolding(Db db) {
        this.db = db;
    }

    @Schedule(hour = "*", minute = "*", second = "23", persistent = false)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void fold() {
        db.run(handle -> handle.createQuery("select map_fold(:most)")
                .bind("most", AT_ONCE)
                .mapTo(Long.class)
                .one());
    }
}

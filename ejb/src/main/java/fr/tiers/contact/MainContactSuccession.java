package fr.tiers.contact;

import fr.tiers.kernel.Db;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import static fr.tiers.access.Role.Names.SYSTEM;

/** A main contact whose last day has passed hands over by himself, shortly after midnight. On several nodes the second finds nothing to do. */
@Stateless
@RunAs(SYSTEM)
@PermitAll
public class MainContactSuccession {

    @Inject
    Db db;

    @Inject
    ContactRows rows;

    @Inject
    MainContact main;

    @Inject
    Event<TierTouched> touched;

    @Schedule(hour = "0", minute = "7", timezone = "Europe/Paris", persistent = false)
    public void handOver() {
        var tiers = db.call(handle -> handle.createQuery(
                        "select l.tier_id from contact_link l join contact c on c.id = l.contact_id where l.main and not "
                                + ContactRows.CURRENT + " order by l.tier_id")
                .bind("today", rows.today())
                .mapTo(Long.class)
                .list());
        for (var tierId : tiers) {
            main.lock(tierId);
            main.settle(tierId);
            touched.fire(new TierTouched(tierId));
        }
    }
}

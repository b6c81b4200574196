package fr.tiers.contact;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;

/** What is known of the e-mail addresses of people at tiers. Another address is unknown again: the database sees to that. */
@Stateless
@PermitAll
public class EmailStates {

    @Inject
    Db db;

    @Inject
    ContactRows rows;

    @Inject
    ContactAccess people;

    @Inject
    TierAccess access;

    @Inject
    History history;

    @Inject
    Authors authors;

    @Inject
    Clock clock;

    @Inject
    Event<TierTouched> touched;

    /**
     * Says what is known of an address; as of now.
     *
     * @param version of the link
     * @throws BusinessException INVALID without a state, or {@code email-missing} without an address; STALE; NOT_FOUND
     */
    public ContactLinkView set(long linkId, long version, EmailState state) {
        var before = people.visibleLink(linkId);
        access.require(before.tierId(), Action.EDIT);
        new Checks()
                .required("state", state)
                .holds(before.email() != null || state == EmailState.UNKNOWN, "state", "email-missing")
                .refuse();
        var since = state == EmailState.UNKNOWN ? null : Timestamp.from(clock.instant());
        int updated = db.call(handle -> handle.createUpdate(
                        """
                        update contact_link set version = version + 1, email_state = :state, email_state_at = :since
                        where id = :id and version = :version
                        """)
                .bind("state", state.name())
                .bind("since", since)
                .bind("id", linkId)
                .bind("version", version)
                .execute());
        if (updated == 0) {
            throw BusinessException.stale("contact", linkId);
        }
        var after = rows.link(linkId).orElseThrow();
        history.updated(
                authors.current(),
                "contact",
                linkId,
                before.tierId(),
                ContactRows.values(before),
                ContactRows.values(after));
        touched.fire(new TierTouched(before.tierId()));
        return after;
    }
}

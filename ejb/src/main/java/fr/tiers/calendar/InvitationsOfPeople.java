package fr.tiers.calendar;

import fr.tiers.contact.PersonAttachment;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** What a merge means for the invitations that two people who are one were sent. */
@ApplicationScoped
public class InvitationsOfPeople implements PersonAttachment {

    private final Db db;

    protected InvitationsOfPeople() {
        this(null);
    }

    @Inject
    public InvitationsOfPeople(Db db) {
        this.db = db;
    }

    @Override
    public String feature() {
        return "calendar";
    }

    /** None: an invitation outlives the person it was for. */
    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    public void reattach(long from, long to) {
        db.run(handle ->
                handle.execute("update calendar_invitation set contact_id = ? where contact_id = ?", to, from));
    }
}

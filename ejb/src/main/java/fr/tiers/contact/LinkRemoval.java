package fr.tiers.contact;

import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.tier.TierTouched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Takes a link away with all that follows; whether it may be taken away has been asked before. */
@ApplicationScoped
public class LinkRemoval {

    private final ContactWriter writer;
    private final ContactAccess people;
    private final MainContact main;
    private final History history;
    private final Authors authors;
    private final Event<TierTouched> touched;

    protected LinkRemoval() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public LinkRemoval(
            ContactWriter writer,
            ContactAccess people,
            MainContact main,
            History history,
            Authors authors,
            Event<TierTouched> touched) {
        this.writer = writer;
        this.people = people;
        this.main = main;
        this.history = history;
        this.authors = authors;
        this.touched = touched;
    }

    void delete(ContactLinkView link) {
        writer.deleteLink(link, people.custodian());
        history.deleted(authors.current(), "contact", link.id(), link.tierId(), link.fullName());
        main.settle(link.tierId());
        touched.fire(new TierTouched(link.tierId()));
    }
}

package fr.tiers.contact;

import fr.tiers.access.Caller;
import fr.tiers.access.Visibility;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.Set;

/** What a merge means for the jobs of two people who are one, and for the photo. */
@ApplicationScoped
public class LinksOfPeople implements PersonAttachment {

    private static final Visibility EVERYWHERE = Visibility.of(Caller.SYSTEM);

    private final Db db;
    private final ContactRows rows;
    private final ContactWriter writer;
    private final Superiors superiors;
    private final MainContact main;
    private final History history;
    private final Authors authors;

    protected LinksOfPeople() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public LinksOfPeople(
            Db db,
            ContactRows rows,
            ContactWriter writer,
            Superiors superiors,
            MainContact main,
            History history,
            Authors authors) {
        this.db = db;
        this.rows = rows;
        this.writer = writer;
        this.superiors = superiors;
        this.main = main;
        this.history = history;
        this.authors = authors;
    }

    @Override
    public String feature() {
        return "contact";
    }

    @Override
    public Set<String> tables() {
        return Set.of("contact_link", "contact_photo");
    }

    @Override
    public void reattach(long from, long to) {
        var links = new LinkUnion(rows.ofPerson(to, EVERYWHERE));
        rows.ofPerson(from, EVERYWHERE).stream()
                .sorted(Comparator.comparing(ContactLinkView::id))
                .forEach(link -> links.take(link)
                        .ifPresentOrElse(
                                stays -> unite(stays.id(), link.id()),
                                () -> execute(
                                        "update contact_link set version = version + 1, contact_id = ? where id = ?",
                                        to,
                                        link.id())));
        straighten(to);
        execute(
                """
                delete from contact_photo where contact_id = ? and exists (select 1 from contact_photo o where o.contact_id = ?)
                """,
                from,
                to);
        execute("update contact_photo set contact_id = ? where contact_id = ?", to, from);
        rows.tiersOf(to).forEach(main::settle);
    }

    private void unite(long staysId, long goesId) {
        var stays = rows.link(staysId).orElseThrow();
        var goes = rows.link(goesId).orElseThrow();
        var superior = superior(stays, goes);
        execute(
                "update contact_link set version = version + 1, reports_to = ? where reports_to = ? and id <> ?",
                staysId,
                goesId,
                staysId);
        execute("update contact_default set version = version + 1, link_id = ? where link_id = ?", staysId, goesId);
        var synchronised = db.call(handle -> handle.createQuery("select synchronised from contact_link where id = :id")
                .bind("id", goesId)
                .mapTo(String.class)
                .findOne());
        execute("delete from contact_link where id = ?", goesId);
        var united = LinkUnion.united(stays, goes);
        var command = Records.with(united.toCommand(), "reportsTo", superior);
        writer.updateLink(staysId, rows.link(staysId).orElseThrow().version(), command);
        execute(
                """
                update contact_link set main = main or ?, synchronised = coalesce(synchronised, ?), email_state = ?, email_state_at = ?
                where id = ?
                """,
                goes.main(),
                synchronised.orElse(null),
                united.emailState().name(),
                united.emailStateAt() == null ? null : Timestamp.from(united.emailStateAt()),
                staysId);
        history.updated(
                authors.current(),
                "contact",
                staysId,
                stays.tierId(),
                ContactRows.values(stays),
                ContactRows.values(rows.link(staysId).orElseThrow()));
    }

    /** The survivor's own, else the other's; never anybody who will stand below the two of them. */
    private Long superior(ContactLinkView stays, ContactLinkView goes) {
        if (superiors.standsBelow(stays.id(), goes.id())) {
            return goes.reportsTo();
        }
        return stays.reportsTo() != null || superiors.standsBelow(goes.id(), stays.id())
                ? stays.reportsTo()
                : goes.reportsTo();
    }

    /** Nobody reports to an earlier job of his own: that one's superior takes the place. */
    private void straighten(long person) {
        int corrected;
        do {
            corrected = db.call(handle -> handle.createUpdate(
                            """
                            update contact_link l set version = l.version + 1, reports_to = s.reports_to
                            from contact_link s where s.id = l.reports_to and s.contact_id = :person and l.contact_id = :person
                            """)
                    .bind("person", person)
                    .execute());
        } while (corrected > 0);
    }

    private void execute(String sql, Object... arguments) {
        db.run(handle -> handle.execute(sql, arguments));
    }
}

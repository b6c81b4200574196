package fr.tiers.exchange;

import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.LinkCommand;
import fr.tiers.contact.PersonCommand;
import fr.tiers.kernel.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a row says of the person one turns to at the tier: found there by e-mail, else by name, else new. */
final class ContactFill {

    private static final String PREFIX = "contact.";

    private final RowCells cells;

    ContactFill(RowCells cells) {
        this.cells = cells;
    }

    /** Whether the row says anything of somebody. */
    boolean isThere() {
        return cells.anyOf(PREFIX);
    }

    Optional<ContactLinkView> find(List<ContactLinkView> contacts) {
        var email = text("email");
        var byEmail = contacts.stream()
                .filter(contact -> email != null && email.equalsIgnoreCase(contact.email()))
                .findFirst();
        return byEmail.or(() -> contacts.stream().filter(this::isNamed).findFirst());
    }

    private boolean isNamed(ContactLinkView contact) {
        return text("lastName") != null
                && same(contact.lastName(), text("lastName"))
                && (text("firstName") == null || same(contact.firstName(), text("firstName")));
    }

    private static boolean same(String one, String other) {
        return one != null && other != null && Words.plain(one).equals(Words.plain(other));
    }

    PersonCommand person() {
        var civility = text("civility");
        return PersonCommand.named(
                civility == null ? null : Words.choice("contact.civility", civility),
                text("lastName"),
                text("firstName"));
    }

    LinkCommand newLink() {
        return over(LinkCommand.of(null, null, null, null, true));
    }

    /** What is written about the contact with the cells that are filled over it. */
    LinkCommand over(LinkCommand before) {
        var link = before;
        for (var field : List.of("jobTitle", "email", "phone", "mobile")) {
            var text = text(field);
            if (text != null) {
                boolean number = "phone".equals(field) || "mobile".equals(field);
                link = Records.with(link, field, number ? CellTexts.phone(text) : text);
            }
        }
        return link;
    }

    /** As {@code contact.<field>}; of somebody new also the names. */
    List<Difference> differences(ContactLinkView before) {
        var differences = new ArrayList<Difference>();
        var after = before == null ? newLink() : over(before.toCommand());
        if (before == null) {
            var person = person();
            add(differences, "civility", null, person.civility());
            add(differences, "lastName", null, person.lastName());
            add(differences, "firstName", null, person.firstName());
        }
        add(differences, "jobTitle", before == null ? null : before.jobTitle(), after.jobTitle());
        add(differences, "email", before == null ? null : before.email(), after.email());
        add(differences, "phone", before == null ? null : before.phone(), after.phone());
        add(differences, "mobile", before == null ? null : before.mobile(), after.mobile());
        return differences;
    }

    private static void add(List<Difference> differences, String field, String before, String after) {
        if (!Objects.equals(before, after)) {
            differences.add(new Difference(PREFIX + field, before, after));
        }
    }

    /** @return null for an empty cell */
    private String text(String field) {
        var text = cells.text(PREFIX + field);
        return text.isEmpty() ? null : text;
    }
}

package fr.tiers.letter.web;

import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.ContactTarget;
import fr.tiers.contact.People;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** Proposes contacts while their name is typed: each where he or she is today. */
@Named("letterContacts")
@RequestScoped
public class ContactCompletion {

    private static final int MOST = 10;

    private final ContactTarget people;
    private final People persons;

    protected ContactCompletion() {
        this(null, null);
    }

    @Inject
    public ContactCompletion(ContactTarget people, People persons) {
        this.people = people;
        this.persons = persons;
    }

    public List<ContactPick> complete(String words) {
        return people.search(words, MOST).stream()
                .flatMap(choice -> current((Long) choice.key()))
                .map(link -> new ContactPick(link.id(), link.fullName() + " · " + link.tierName()))
                .toList();
    }

    private Stream<ContactLinkView> current(long person) {
        return persons.get(person).links().stream()
                .filter(ContactLinkView::current)
                .limit(1);
    }
}

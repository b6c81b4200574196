package fr.tiers.contact;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a private person's tier and its main contact have in common. */
public record Identity(String civility, String lastName, String firstName, String email, String phone, String mobile) {

    /** What is kept to see later whether one side has changed. */
    String print() {
        return Stream.of(civility, lastName, firstName, email, phone, mobile)
                .map(value -> value == null ? "" : value)
                .collect(Collectors.joining("\n"));
    }

    boolean hasNamesOf(Identity other) {
        return Objects.equals(lastName, other.lastName) && Objects.equals(firstName, other.firstName);
    }

    static Identity of(ContactLinkView link) {
        return new Identity(
                link.civility(), link.lastName(), link.firstName(), link.email(), link.phone(), link.mobile());
    }
}

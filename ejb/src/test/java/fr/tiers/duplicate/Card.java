package fr.tiers.duplicate;

import java.util.List;

/** A tier as a test writes it down: one thing after the other, the rest is not known. */
record Card(
        String name,
        String siret,
        String siren,
        String email,
        String phone,
        String website,
        String postalCode,
        String street) {

    static Card named(String name) {
        return new Card(name, null, null, null, null, null, null, null);
    }

    Card name(String other) {
        return new Card(other, siret, siren, email, phone, website, postalCode, street);
    }

    Card siret(String other) {
        return new Card(name, other, null, email, phone, website, postalCode, street);
    }

    Card siren(String other) {
        return new Card(name, null, other, email, phone, website, postalCode, street);
    }

    Card email(String other) {
        return new Card(name, siret, siren, other, phone, website, postalCode, street);
    }

    Card phone(String other) {
        return new Card(name, siret, siren, email, other, website, postalCode, street);
    }

    Card website(String other) {
        return new Card(name, siret, siren, email, phone, other, postalCode, street);
    }

    Card at(String otherCode, String otherStreet) {
        return new Card(name, siret, siren, email, phone, website, otherCode, otherStreet);
    }

    Party party() {
        return Party.of(new Party.Written(
                siret,
                siren,
                null,
                email == null ? List.of() : List.of(email),
                phone,
                null,
                website,
                name,
                null,
                null,
                postalCode,
                street));
    }

    Match match(Card other) {
        return Match.of(party(), other.party());
    }
}

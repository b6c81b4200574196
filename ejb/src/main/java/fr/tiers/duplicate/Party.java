package fr.tiers.duplicate;

import fr.tiers.tier.OtherEmail;
import fr.tiers.tier.TierData;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a tier is compared by, each part in its one form. */
record Party(
        String siret,
        String siren,
        String vatNumber,
        Set<String> emails,
        Set<String> phones,
        Set<String> domains,
        String site,
        CompanyName name,
        CompanyName tradeName,
        LegalForm legalForm,
        String postalCode,
        String street) {

    /** As it is written down somewhere; every part may be null. */
    record Written(
            String siret,
            String siren,
            String vatNumber,
            Collection<String> emails,
            String phone,
            String mobile,
            String website,
            String name,
            String tradeName,
            String legalForm,
            String postalCode,
            String street) {

        static Written of(TierData data) {
            var person = data.isIndividual() && data.getName() == null
                    ? joined(data.getLastName(), data.getFirstName())
                    : data.getName();
            return new Written(
                    data.getSiret(),
                    data.getSiren(),
                    data.getVatNumber(),
                    Stream.concat(
                                    Stream.of(data.getEmail()),
                                    data.getOtherEmails().stream()
                                            .filter(Objects::nonNull)
                                            .map(OtherEmail::email))
                            .filter(Objects::nonNull)
                            .toList(),
                    data.getPhone(),
                    data.getMobile(),
                    data.getWebsite(),
                    person,
                    data.getTradeName(),
                    data.getLegalForm(),
                    data.getAddress().getPostalCode(),
                    data.getAddress().getLine1());
        }

        /** Everything that is written. */
        Stream<String> texts() {
            return Stream.concat(
                            emails.stream(),
                            Stream.of(siret, siren, vatNumber, phone, mobile, website, name, tradeName, postalCode))
                    .filter(Objects::nonNull);
        }

        private static String joined(String last, String first) {
            return Stream.of(last, first).filter(Objects::nonNull).collect(Collectors.joining(" "));
        }
    }

    static Party of(Written it) {
        var siret = digits(it.siret(), 14);
        var siren = siret == null ? digits(it.siren(), 9) : siret.substring(0, 9);
        var emails = set(it.emails(), ContactPoints::email);
        var name = CompanyName.of(it.name());
        var form = CompanyName.of("x " + (it.legalForm() == null ? "" : it.legalForm()))
                .form();
        return new Party(
                siret,
                siren,
                it.vatNumber() == null ? null : compact(it.vatNumber()),
                emails,
                set(Arrays.asList(it.phone(), it.mobile()), ContactPoints::phone),
                set(
                        Stream.concat(emails.stream(), Stream.of(it.website()).filter(Objects::nonNull))
                                .toList(),
                        ContactPoints::domain),
                ContactPoints.domain(it.website()),
                name,
                CompanyName.of(it.tradeName()),
                name.form() == null ? form : name.form(),
                it.postalCode() == null || it.postalCode().isBlank()
                        ? null
                        : it.postalCode().strip(),
                Street.of(it.street()));
    }

    private static String compact(String number) {
        var compact = number.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
        return compact.isEmpty() ? null : compact;
    }

    private static String digits(String number, int length) {
        var digits = number == null ? "" : number.replaceAll("\\D", "");
        return digits.length() == length ? digits : null;
    }

    private static Set<String> set(Collection<String> texts, UnaryOperator<String> form) {
        return texts.stream()
                .filter(Objects::nonNull)
                .map(form)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The closest of what both are called. */
    double closeness(Party other) {
        return List.of(name, tradeName).stream()
                .flatMap(mine -> Stream.of(other.name, other.tradeName).map(theirs -> Closeness.of(mine, theirs)))
                .max(Double::compare)
                .orElse(0d);
    }
}

package fr.tiers.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static fr.tiers.registry.Fields.number;
import static fr.tiers.registry.Fields.text;

/**
 * Address lines of an establishment. The head office comes in parts (number, index, type, name of the street); other establishments
 * only as one text that ends with postal code and town.
 */
final class AddressParser {

    /** Sirene counts the districts of the three large cities as communes; letters are addressed to the city. */
    private static final Pattern DISTRICT = Pattern.compile("(PARIS|LYON|MARSEILLE) \\d{1,2}\\D*");

    private AddressParser() {}

    static RegistryAddress parse(JsonNode establishment) {
        var postalCode = postalCode(establishment);
        var inseeCode = text(establishment, "commune");
        var foreign = text(establishment, "libelle_pays_etranger");
        var commune = text(establishment, "libelle_commune");
        var street = street(establishment);
        var complement = text(establishment, "complement_adresse");
        if (street == null) {
            street = complement;
            complement = null;
        }
        return new RegistryAddress(
                street == null ? withoutTown(text(establishment, "adresse"), postalCode, commune) : street,
                complement,
                text(establishment, "distribution_speciale"),
                postalCode,
                foreign == null ? city(commune) : text(establishment, "libelle_commune_etranger"),
                Countries.of(foreign, postalCode == null ? inseeCode : postalCode),
                inseeCode,
                number(establishment, "latitude", 90),
                number(establishment, "longitude", 180));
    }

    private static String street(JsonNode establishment) {
        var parts = Stream.of("numero_voie", "indice_repetition", "type_voie", "libelle_voie")
                .map(field -> text(establishment, field))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return parts.isEmpty() ? null : parts;
    }

    /** Once came as a number, without its leading zero. */
    private static String postalCode(JsonNode establishment) {
        var code = text(establishment, "code_postal");
        return code != null && code.matches("\\d{4}") ? '0' + code : code;
    }

    private static String city(String commune) {
        if (commune == null) {
            return null;
        }
        var district = DISTRICT.matcher(commune);
        return district.matches() ? district.group(1) : commune;
    }

    private static String withoutTown(String address, String postalCode, String commune) {
        if (address == null) {
            return null;
        }
        var town = postalCode == null ? commune : commune == null ? postalCode : postalCode + ' ' + commune;
        var line = address.strip();
        if (town != null && line.endsWith(town)) {
            line = line.substring(0, line.length() - town.length()).strip();
        }
        // What a masked address leaves is "[NON-DIFFUSIBLE] 57000 METZ".
        return line.isEmpty() || line.contains("[N") ? null : line;
    }
}

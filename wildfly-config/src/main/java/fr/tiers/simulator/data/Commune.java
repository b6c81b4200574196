package fr.tiers.simulator.data;

import java.util.List;

/**
 * A commune or a district (arrondissement) of Paris, Lyon or Marseille, from the Code officiel géographique.
 *
 * @param latitude of the centre, {@link Double#NaN} where the source has no outline
 */
public record Commune(
        String code,
        String name,
        List<String> postcodes,
        String department,
        String region,
        int population,
        double latitude,
        double longitude) {

    public boolean located() {
        return !Double.isNaN(latitude);
    }

    public boolean isDistrict() {
        return name.endsWith(" Arrondissement");
    }

    /** Whether districts replace it in addresses: Sirene never uses 75056, 69123 or 13055. */
    public boolean isSplitInDistricts() {
        return List.of("75056", "69123", "13055").contains(code);
    }

    /** City without the district. */
    public String city() {
        return isDistrict() ? name.substring(0, name.indexOf(' ')) : name;
    }

    /** The way Sirene writes it: {@code PARIS 8}, {@code SAINT-DENIS}. */
    public String sireneName() {
        if (isDistrict()) {
            return Words.fold(city()) + " " + name.replaceAll("\\D+", "");
        }
        return Words.fold(name.replace("-", "0HYPHEN0")).replace("0HYPHEN0", "-");
    }
}

package fr.tiers.sample;

import java.util.List;

/**
 * A real commune.
 *
 * @param code of INSEE
 * @param region code of INSEE
 * @param latitude of the centroid
 */
record Commune(
        String code,
        String name,
        List<String> postalCodes,
        String department,
        String region,
        int population,
        double longitude,
        double latitude) {

    boolean isOverseas() {
        return department.startsWith("97");
    }
}

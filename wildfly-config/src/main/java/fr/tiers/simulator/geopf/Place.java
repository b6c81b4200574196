package fr.tiers.simulator.geopf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.simulator.data.Commune;
import fr.tiers.simulator.data.Lambert93;
import fr.tiers.simulator.data.Nomenclatures;
import fr.tiers.simulator.http.Json;
import java.util.Locale;

/**
 * One geocoding result.
 *
 * @param number {@code null} unless the type is {@code housenumber}
 * @param street {@code null} when the type is {@code municipality}
 */
record Place(
        Commune commune,
        String postcode,
        String number,
        String street,
        double score,
        double latitude,
        double longitude) {

    String type() {
        if (street == null) {
            return "municipality";
        }
        return number == null ? "street" : "housenumber";
    }

    String name() {
        if (street == null) {
            return commune.city();
        }
        return number == null ? street : number + " " + street;
    }

    String label() {
        return street == null ? commune.city() : name() + " " + postcode + " " + commune.city();
    }

    /** Same kind of identifier as the BAN: commune, street code, number. */
    String id() {
        if (street == null) {
            return commune.code();
        }
        String streetId = commune.code() + "_" + String.format("%04d", Math.floorMod(street.hashCode(), 10_000));
        return number == null ? streetId : streetId + "_" + String.format("%05d", Integer.parseInt(number));
    }

    String context(Nomenclatures nomenclatures) {
        return commune.department() + ", " + nomenclatures.departments().get(commune.department()) + ", "
                + nomenclatures.regions().get(commune.region());
    }

    ObjectNode feature(Nomenclatures nomenclatures) {
        ObjectNode feature = Json.object().put("type", "Feature");
        ObjectNode geometry = feature.putObject("geometry").put("type", "Point");
        geometry.putArray("coordinates").add(decimals(longitude)).add(decimals(latitude));
        ObjectNode properties = feature.putObject("properties");
        properties.put("label", label());
        properties.put("score", score);
        if (number != null) {
            properties.put("housenumber", number);
        }
        properties.put("id", id());
        properties.put("name", name());
        properties.put("postcode", postcode);
        properties.put("citycode", commune.code());
        Lambert93.Point point = Lambert93.of(latitude, longitude);
        properties.put("x", point.x());
        properties.put("y", point.y());
        properties.put("city", commune.city());
        if (commune.isDistrict()) {
            properties.put("district", commune.name());
        }
        properties.put("context", context(nomenclatures));
        properties.put("type", type());
        properties.put(
                "importance", Math.min(0.9, Math.round(Math.log10(1 + commune.population()) * 1_200) / 10_000.0));
        if (street != null) {
            properties.put("street", street);
        } else {
            properties.put("population", commune.population());
        }
        return feature;
    }

    static double decimals(double degrees) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.6f", degrees));
    }
}

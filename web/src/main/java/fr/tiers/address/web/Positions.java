package fr.tiers.address.web;

import fr.tiers.address.AddressView;
import fr.tiers.shell.web.Functions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;

/** Coordinates as people read and open them. */
@Named("positions")
@ApplicationScoped
public class Positions {

    /** Below this one had better look. */
    private static final double SURE = 0.6;

    private static final int ZOOM = 17;

    /** Five decimals are a metre. */
    public String words(Double latitude, Double longitude) {
        return String.format(Locale.ROOT, "%.5f, %.5f", latitude, longitude);
    }

    /** The place on OpenStreetMap, on a page of its own. */
    public String link(Double latitude, Double longitude) {
        return String.format(
                Locale.ROOT,
                "https://www.openstreetmap.org/?mlat=%1$.6f&mlon=%2$.6f#map=%3$d/%1$.6f/%2$.6f",
                latitude,
                longitude,
                ZOOM);
    }

    /** How one knows: found with which certainty, set by hand, still being looked for … */
    public String state(AddressView address) {
        var state = address.geocodingState();
        if (!"FOUND".equals(state) || address.geocodingScore() == null) {
            return Functions.text("address.geocoding." + state);
        }
        var nearness = Functions.text(
                "address.geocoding.type." + (address.geocodingType() == null ? "other" : address.geocodingType()));
        var percent = Math.round(address.geocodingScore() * 100);
        var key = address.geocodingScore() < SURE ? "address.geocoding.unsure" : "address.geocoding.found";
        return Functions.text2(key, nearness.startsWith("???") ? "" : nearness, percent);
    }
}

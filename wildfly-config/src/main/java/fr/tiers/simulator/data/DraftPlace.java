package fr.tiers.simulator.data;

import java.util.Locale;

/** Address and state of one establishment of a {@link Draft}. */
record DraftPlace(
        int rank,
        boolean headOffice,
        boolean open,
        String number,
        String streetType,
        String street,
        String complement,
        String postcode,
        Commune commune,
        String cedexLabel,
        String countryCode,
        String country,
        String foreignCity,
        double latitude,
        double longitude,
        String sign) {

    static DraftPlace at(int rank, Commune commune, String number, String streetType, String street, Dice dice) {
        // up to about a kilometre around the centre, or a hundred companies would share one point on the map
        double latitude = commune.latitude() + (dice.share("lat" + rank) - 0.5) * 0.02;
        double longitude = commune.longitude() + (dice.share("lon" + rank) - 0.5) * 0.03;
        return new DraftPlace(
                rank,
                rank == 1,
                true,
                number,
                streetType,
                street,
                null,
                commune.postcodes().get(0),
                commune,
                null,
                null,
                null,
                null,
                latitude,
                longitude,
                null);
    }

    static DraftPlace abroad(int rank, String countryCode, String country, String city, String street) {
        return new DraftPlace(
                rank,
                true,
                true,
                null,
                null,
                street,
                null,
                null,
                null,
                null,
                countryCode,
                country,
                city,
                Double.NaN,
                Double.NaN,
                null);
    }

    DraftPlace withCedex(String cedexPostcode, String label) {
        return new DraftPlace(
                rank,
                headOffice,
                open,
                number,
                streetType,
                street,
                complement,
                cedexPostcode,
                commune,
                label,
                countryCode,
                country,
                foreignCity,
                latitude,
                longitude,
                sign);
    }

    DraftPlace headOffice(boolean isHeadOffice) {
        return new DraftPlace(
                rank,
                isHeadOffice,
                open,
                number,
                streetType,
                street,
                complement,
                postcode,
                commune,
                cedexLabel,
                countryCode,
                country,
                foreignCity,
                latitude,
                longitude,
                sign);
    }

    DraftPlace closed() {
        return new DraftPlace(
                rank,
                headOffice,
                false,
                number,
                streetType,
                street,
                complement,
                postcode,
                commune,
                cedexLabel,
                countryCode,
                country,
                foreignCity,
                latitude,
                longitude,
                sign);
    }

    DraftPlace sign(String text) {
        return new DraftPlace(
                rank,
                headOffice,
                open,
                number,
                streetType,
                street,
                complement,
                postcode,
                commune,
                cedexLabel,
                countryCode,
                country,
                foreignCity,
                latitude,
                longitude,
                text);
    }

    boolean located() {
        return !Double.isNaN(latitude);
    }

    String coordinate(double value) {
        return located() ? String.format(Locale.ROOT, "%.6f", value) : null;
    }

    String address() {
        StringBuilder line = new StringBuilder();
        String city = commune == null ? foreignCity + " " + country : commune.sireneName();
        for (String part :
                new String[] {complement, number, streetType, street, postcode, cedexLabel == null ? city : cedexLabel
                }) {
            if (part != null) {
                line.append(line.isEmpty() ? "" : " ").append(part);
            }
        }
        return line.toString();
    }
}

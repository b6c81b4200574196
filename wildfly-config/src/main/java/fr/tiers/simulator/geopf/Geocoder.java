package fr.tiers.simulator.geopf;

import fr.tiers.simulator.data.Commune;
import fr.tiers.simulator.data.Communes;
import fr.tiers.simulator.data.Dice;
import fr.tiers.simulator.data.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the commune of an address and puts its streets around the centre. The street itself is taken at its word: there is
 * no street directory here, so the point is deterministic but invented within about a kilometre.
 */
final class Geocoder {

    private static final Pattern POSTCODE = Pattern.compile("(?<!\\d)(\\d{5})(?!\\d)");
    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,4})\\b");

    private final Communes communes;

    Geocoder(Communes communes) {
        this.communes = communes;
    }

    /** What restricts the candidates. */
    record Filter(Optional<String> postcode, Optional<String> citycode, Optional<String> type) {}

    List<Place> search(String text, Filter filter, int limit) {
        String written = postcodeIn(text);
        List<Commune> candidates = candidates(text, written, filter);
        return candidates.stream()
                .map(commune -> place(text, written, commune, filter))
                .filter(place ->
                        filter.type().map(type -> type.equals(place.type())).orElse(true))
                .filter(place -> place.score() >= 0.2)
                .sorted(Comparator.comparingDouble(Place::score).reversed().thenComparing(place -> -place.commune()
                        .population()))
                .limit(limit)
                .toList();
    }

    Optional<Place> reverse(double latitude, double longitude) {
        return communes.all().stream()
                .filter(commune -> commune.located() && !commune.isSplitInDistricts())
                .min(Comparator.comparingDouble(commune -> distance(commune, latitude, longitude)))
                .filter(commune -> distance(commune, latitude, longitude) < 0.5)
                .map(commune -> new Place(
                        commune,
                        commune.postcodes().get(0),
                        String.valueOf(1 + new Dice((long) (latitude * 1e5)).upTo(60, "reverse")),
                        "Rue de la Fiction",
                        0.98,
                        latitude,
                        longitude));
    }

    private List<Commune> candidates(String text, String written, Filter filter) {
        Set<Commune> found = new LinkedHashSet<>();
        if (filter.citycode().isPresent()) {
            Optional.ofNullable(communes.byCode(filter.citycode().get())).ifPresent(found::add);
        } else if (filter.postcode().isPresent()) {
            found.addAll(communes.byPostcode(filter.postcode().get()));
        } else {
            if (written != null) {
                found.addAll(communes.byPostcode(written));
            }
            if (found.isEmpty()) {
                List<String> words = Words.of(text);
                for (int from = 0; from < words.size(); from++) {
                    found.addAll(communes.byName(String.join(" ", words.subList(from, words.size()))));
                }
            }
        }
        List<Commune> located = new ArrayList<>(found);
        located.removeIf(commune -> !commune.located());
        if (located.stream().anyMatch(Commune::isDistrict)) {
            located.removeIf(Commune::isSplitInDistricts);
        }
        if (filter.postcode().isPresent() && filter.citycode().isPresent()) {
            located.removeIf(
                    commune -> !commune.postcodes().contains(filter.postcode().get()));
        }
        return located;
    }

    private static Place place(String text, String written, Commune commune, Filter filter) {
        List<String> cityWords = Words.of(commune.city());
        List<String> words = new ArrayList<>(Words.of(text));
        boolean named = new HashSet<>(words).containsAll(cityWords);
        String postcode = filter.postcode()
                .or(() -> Optional.ofNullable(written).filter(commune.postcodes()::contains))
                .orElse(commune.postcodes().get(0));
        String street = street(text, cityWords, named);
        double score = 0.35 + (named ? 0.4 : 0) + (commune.postcodes().contains(String.valueOf(written)) ? 0.2 : 0);
        if (street == null) {
            return new Place(
                    commune, postcode, null, null, Math.min(0.97, score), commune.latitude(), commune.longitude());
        }
        Matcher number = NUMBER.matcher(street);
        String house = number.find() ? number.group(1) : null;
        String name = house == null ? street : street.substring(house.length()).trim();
        if (name.isEmpty()) {
            return new Place(commune, postcode, null, null, score * 0.7, commune.latitude(), commune.longitude());
        }
        Dice dice = new Dice(Words.fold(street).hashCode());
        return new Place(
                commune,
                postcode,
                house,
                name,
                Math.min(0.97, score),
                commune.latitude() + (dice.share("lat") - 0.5) * 0.02,
                commune.longitude() + (dice.share("lon") - 0.5) * 0.03);
    }

    /** What is left of the text without postcode and city, {@code null} if nothing. */
    private static String street(String text, List<String> cityWords, boolean named) {
        String rest = Words.fold(POSTCODE.matcher(text).replaceAll(" "))
                .replaceAll("\\bCEDEX( \\d+)?$", "")
                .trim();
        String city = String.join(" ", cityWords);
        if (named && rest.endsWith(city)) {
            rest = rest.substring(0, rest.length() - city.length()).trim();
        } else if (named && rest.startsWith(city)) {
            rest = rest.substring(city.length()).trim();
        }
        if (rest.isEmpty()) {
            return null;
        }
        return capitalised(rest);
    }

    private static String capitalised(String words) {
        StringBuilder text = new StringBuilder();
        for (String word : words.toLowerCase(Locale.FRENCH).split(" ")) {
            boolean small = List.of("de", "du", "des", "la", "le", "les", "et").contains(word);
            text.append(text.isEmpty() ? "" : " ")
                    .append(small ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return text.toString();
    }

    private static String postcodeIn(String text) {
        Matcher matcher = POSTCODE.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static double distance(Commune commune, double latitude, double longitude) {
        double dLon = (commune.longitude() - longitude) * Math.cos(Math.toRadians(latitude));
        return Math.hypot(commune.latitude() - latitude, dLon);
    }
}

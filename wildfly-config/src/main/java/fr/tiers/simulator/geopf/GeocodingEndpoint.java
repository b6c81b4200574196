package fr.tiers.simulator.geopf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.simulator.control.Refusal;
import fr.tiers.simulator.data.Communes;
import fr.tiers.simulator.data.Nomenclatures;
import fr.tiers.simulator.http.Answer;
import fr.tiers.simulator.http.HttpCall;
import fr.tiers.simulator.http.Json;
import fr.tiers.simulator.http.ProviderEndpoint;
import java.util.List;
import java.util.Optional;

/**
 * Geocoding of the Géoplateforme (Base Adresse Nationale): GeoJSON as in recorded answers. Communes are real, points of
 * streets and numbers are invented around the commune's centre.
 */
public final class GeocodingEndpoint implements ProviderEndpoint {

    private static final int MAX_LIMIT = 20;

    private final Geocoder geocoder;
    private final CsvGeocoding csv;
    private final Nomenclatures nomenclatures;

    public GeocodingEndpoint(Communes communes, Nomenclatures nomenclatures) {
        this.geocoder = new Geocoder(communes);
        this.csv = new CsvGeocoding(geocoder, nomenclatures);
        this.nomenclatures = nomenclatures;
    }

    @Override
    public Answer answer(HttpCall call) {
        String path = call.path().replaceFirst("/$", "");
        try {
            return switch (path) {
                case "/geocodage/search" -> search(call);
                case "/geocodage/reverse" -> reverse(call);
                case "/geocodage/search/csv" -> csv.geocode(call)
                        .map(text -> Answer.text(200, "text/csv; charset=utf-8", text))
                        .orElseGet(() -> error(400, "failed parsing multipart form or unknown column"));
                default -> error(404, "Not Found");
            };
        } catch (NumberFormatException e) {
            return error(400, "Failed parsing query: a number is expected");
        }
    }

    @Override
    public Answer refuse(Refusal refusal) {
        return Answer.text(429, "text/plain; charset=utf-8", "Too Many Requests\n")
                .with("retry-after", refusal.retryAfterSeconds());
    }

    @Override
    public Answer broken(int status) {
        return error(status, "Internal Server Error");
    }

    private Answer search(HttpCall call) {
        String text = call.filled("q").orElse("");
        if (text.length() < 3 || text.length() > 200 || !Character.isLetterOrDigit(text.charAt(0))) {
            return error(
                    400,
                    "Failed parsing query: q: must contain between 3 and 200 chars and start with a number or a letter");
        }
        int limit = Integer.parseInt(call.filled("limit").orElse("5"));
        if (limit < 1 || limit > MAX_LIMIT) {
            return error(400, "Failed parsing query: limit: must be an integer between 1 and " + MAX_LIMIT);
        }
        Optional<String> type = call.filled("type");
        if (type.isPresent()
                && !List.of("housenumber", "street", "locality", "municipality").contains(type.get())) {
            return error(400, "Failed parsing query: type: must be one of housenumber, street, locality, municipality");
        }
        Geocoder.Filter filter = new Geocoder.Filter(call.filled("postcode"), call.filled("citycode"), type);
        ObjectNode body = collection(geocoder.search(text, filter, limit));
        body.put("query", text);
        ObjectNode filters = Json.object();
        for (String name : List.of("postcode", "citycode", "type")) {
            call.filled(name).ifPresent(value -> filters.put(name, value));
        }
        if (!filters.isEmpty()) {
            body.set("filters", filters);
        }
        body.put("limit", limit);
        return Answer.json(200, body);
    }

    private Answer reverse(HttpCall call) {
        Optional<String> longitude = call.filled("lon").or(() -> call.filled("lng"));
        Optional<String> latitude = call.filled("lat");
        if (longitude.isEmpty() || latitude.isEmpty()) {
            return error(400, "Failed parsing query: lon/lat must be present together");
        }
        ObjectNode body =
                collection(geocoder.reverse(Double.parseDouble(latitude.get()), Double.parseDouble(longitude.get()))
                        .map(List::of)
                        .orElse(List.of()));
        body.put("limit", 1);
        return Answer.json(200, body);
    }

    private ObjectNode collection(List<Place> places) {
        ObjectNode body = Json.object().put("type", "FeatureCollection").put("version", "draft");
        ArrayNode features = body.putArray("features");
        places.forEach(place -> features.add(place.feature(nomenclatures)));
        return body.put("attribution", "BAN").put("licence", "ETALAB-2.0");
    }

    private static Answer error(int status, String message) {
        ObjectNode body = Json.object().put("code", status);
        body.putArray("detail").add(message);
        return Answer.json(status, body.put("message", message));
    }
}

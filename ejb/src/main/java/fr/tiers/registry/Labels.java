package fr.tiers.registry;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** INSEE's nomenclatures as text, in French. Source and licence: {@code ATTRIBUTION.md} beside the tables. */
public enum Labels {
    /** activity codes of NAF rév. 2, with the dot */
    NAF("naf-rev2.json"),
    /** legal categories of level 3, four digits */
    LEGAL_FORM("legal-forms.json"),
    /** headcount bands, two characters */
    HEADCOUNT("headcount-bands.json");

    private final Map<String, String> table;

    Labels(String resource) {
        try (var in = Labels.class.getResourceAsStream(resource)) {
            table = Map.copyOf(JsonMapper.builder().build().readValue(in, new TypeReference<Map<String, String>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** @return empty for null and for codes of another nomenclature */
    public Optional<String> of(String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(table.get(code));
    }
}

package fr.tiers.customfield;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Between the column and Java: whole numbers are Long, others BigDecimal, so that what was read equals what is written. */
public final class FieldJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private FieldJson() {}

    public static Map<String, Object> values(String json) {
        try {
            return json == null ? new LinkedHashMap<>() : MAPPER.readValue(json, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Custom values cannot be read", e);
        }
    }

    static FieldDefinition definition(String json) {
        try {
            return MAPPER.readValue(json, FieldDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A custom field cannot be read", e);
        }
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Custom values cannot be written", e);
        }
    }
}

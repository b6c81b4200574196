package fr.tiers.kernel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.tiers.kernel.BusinessException;
import java.util.stream.Collectors;

/** Strict JSON: what is unknown, doubled, of the wrong type or left over is refused with the field's name, never ignored. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private Json() {}

    static ObjectMapper mapper() {
        return MAPPER;
    }

    /** @throws BusinessException INVALID naming what cannot be read */
    public static <T> T read(String body, Class<T> type) {
        if (body == null || body.isBlank()) {
            throw new BusinessException(BusinessException.Kind.INVALID, "body-missing");
        }
        try {
            var value = MAPPER.readValue(body, type);
            if (value == null) {
                throw new BusinessException(BusinessException.Kind.INVALID, "body-missing");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
    }

    /**
     * JSON Merge Patch (RFC 7396): members replace, null removes.
     *
     * @param current what can be written, as it is now
     */
    public static <T> T mergePatch(T current, String patch, Class<T> type) {
        try {
            JsonNode change = MAPPER.readTree(patch == null ? "" : patch);
            if (!(change instanceof ObjectNode)) {
                throw new BusinessException(BusinessException.Kind.INVALID, "patch-not-object");
            }
            var target = (ObjectNode) MAPPER.valueToTree(current);
            merge(target, (ObjectNode) change);
            return MAPPER.treeToValue(target, type);
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(member -> {
            var value = member.getValue();
            if (value.isNull()) {
                target.putNull(member.getKey());
            } else if (value instanceof ObjectNode object && target.get(member.getKey()) instanceof ObjectNode inner) {
                merge(inner, object);
            } else {
                target.set(member.getKey(), value);
            }
        });
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    static BusinessException refusal(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return BusinessException.invalid(path(unknown), "unknown-field");
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return BusinessException.invalid(path(mapping), "wrong-type");
        }
        return new BusinessException(BusinessException.Kind.INVALID, "json-malformed");
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}

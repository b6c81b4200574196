package fr.tiers.simulator.data;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.tiers.simulator.http.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The shipped data files, {@code simulator/*} on the class path. */
final class Resources {

    private Resources() {}

    static List<String> lines(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> labels(String name) {
        try (InputStream stream = open("nomenclatures/" + name + ".json")) {
            return Json.MAPPER.readValue(stream, new TypeReference<java.util.LinkedHashMap<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream stream = Resources.class.getResourceAsStream("/simulator/" + name);
        if (stream == null) {
            throw new IOException("missing resource simulator/" + name);
        }
        return name.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
    }
}

package fr.tiers.exchange;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** What a column probably is, by its header: names of fields, their labels in both languages, and what other software calls them. */
public final class HeaderGuess {

    private static final Map<String, String> SYNONYMS = synonyms();

    private final Map<String, String> known = new HashMap<>(SYNONYMS);

    /** @param fields those that can be meant; custom fields bring their labels along */
    public HeaderGuess(List<TargetField> fields) {
        for (var field : fields) {
            known.putIfAbsent(Words.plain(field.name()), field.name());
            if (field.custom() != null) {
                var definition = field.custom().definition();
                Stream.of(definition.code(), definition.labelFr(), definition.labelEn())
                        .forEach(word -> known.putIfAbsent(Words.plain(word), field.name()));
            }
        }
        var offered = new HashSet<>(fields.stream().map(TargetField::name).toList());
        known.values().removeIf(name -> !offered.contains(name));
    }

    private static Map<String, String> synonyms() {
        var file = new Properties();
        try (var in = HeaderGuess.class.getResourceAsStream("headers.properties");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            file.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var synonyms = new HashMap<String, String>();
        file.stringPropertyNames()
                .forEach(field -> Stream.of(file.getProperty(field).split("\\|"))
                        .forEach(word -> synonyms.put(Words.plain(word), field)));
        return synonyms;
    }

    /** @return one mapping for each header; no field is guessed twice */
    public List<ColumnMapping> guess(List<String> header) {
        Set<String> taken = new HashSet<>();
        return header.stream()
                .map(column -> {
                    var field = known.get(Words.plain(column));
                    return new ColumnMapping(column, field != null && taken.add(field) ? field : null);
                })
                .toList();
    }
}

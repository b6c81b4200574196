package fr.tiers.address;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The communes of France with their postal codes, shipped with the product and kept in memory: found in milliseconds and without a
 * network.
 */
@ApplicationScoped
public class Communes {

    static final int MOST = 20;
    private static final int LONGEST_QUERY = 100;

    private List<Entry> byPopulation;

    /** A commune as it is looked for: the name folded, with a blank before each word. */
    private record Entry(String words, int population, Commune commune) {}

    @PostConstruct
    void load() {
        var source = Communes.class.getResourceAsStream("communes.csv");
        try (var lines = new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8))) {
            byPopulation = lines.lines()
                    .skip(1)
                    .flatMap(Communes::parse)
                    .sorted(Comparator.comparingInt(Entry::population)
                            .reversed()
                            .thenComparing(entry -> entry.commune().postalCode()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return one entry per postal code */
    private static Stream<Entry> parse(String line) {
        var column = line.split(";");
        var words = ' ' + fold(column[1]);
        var department = column[0].substring(0, column[0].startsWith("97") || column[0].startsWith("98") ? 3 : 2);
        return Stream.of(column[2].split("\\|"))
                .map(postalCode -> new Entry(
                        words, Integer.parseInt(column[3]), new Commune(column[0], column[1], postalCode, department)));
    }

    /**
     * @param query a postal code or its beginning, a name or its beginning (accents, hyphens and case ignored), or both
     * @return at most {@value #MOST}: those of that very name, then those that begin so, then those with such a word; large ones first
     */
    public List<Commune> find(String query) {
        var folded = fold(query == null ? "" : query.substring(0, Math.min(query.length(), LONGEST_QUERY)));
        var code = folded.replaceAll("^(\\d*).*$", "$1");
        var name = folded.substring(code.length()).strip();
        if (code.isEmpty() && name.isEmpty()) {
            return List.of();
        }
        if (name.isEmpty()) {
            return first(entry -> entry.commune().postalCode().startsWith(code))
                    .sorted(Comparator.comparing(Commune::postalCode))
                    .toList();
        }
        Predicate<Entry> there = entry -> entry.commune().postalCode().startsWith(code);
        Predicate<Entry> same = entry -> entry.words().equals(' ' + name);
        Predicate<Entry> begins = entry -> entry.words().startsWith(' ' + name);
        Predicate<Entry> word = entry -> entry.words().contains(' ' + name);
        return Stream.of(
                        first(there.and(same)),
                        first(there.and(begins).and(same.negate())),
                        first(there.and(word).and(begins.negate())))
                .flatMap(found -> found)
                .limit(MOST)
                .toList();
    }

    private Stream<Commune> first(Predicate<Entry> wanted) {
        return byPopulation.stream().filter(wanted).limit(MOST).map(Entry::commune);
    }

    /** Lower case without accents; hyphens and apostrophes part words; "St" is "Saint". */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replaceAll("[^a-z0-9]+", " ")
                .strip()
                .replaceAll("\\bst\\b", "saint")
                .replaceAll("\\bste\\b", "sainte");
    }
}

package fr.tiers.duplicate;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line of an address in comparable words. */
final class Street {

    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("av", "avenue"),
            Map.entry("ave", "avenue"),
            Map.entry("bd", "boulevard"),
            Map.entry("bld", "boulevard"),
            Map.entry("boul", "boulevard"),
            Map.entry("r", "rue"),
            Map.entry("pl", "place"),
            Map.entry("rte", "route"),
            Map.entry("ch", "chemin"),
            Map.entry("che", "chemin"),
            Map.entry("chem", "chemin"),
            Map.entry("all", "allee"),
            Map.entry("imp", "impasse"),
            Map.entry("sq", "square"),
            Map.entry("fg", "faubourg"),
            Map.entry("fbg", "faubourg"),
            Map.entry("qu", "quai"),
            Map.entry("crs", "cours"),
            Map.entry("st", "saint"),
            Map.entry("ste", "sainte"),
            Map.entry("gal", "general"),
            Map.entry("mal", "marechal"),
            Map.entry("pdt", "president"),
            Map.entry("dr", "docteur"),
            Map.entry("b", "bis"),
            Map.entry("res", "residence"));

    private Street() {}

    /** @return empty when there is none */
    static String of(String line) {
        return Stream.of(Plain.words(line)
                        .replaceAll("\\bz a\\b", "za")
                        .replaceAll("\\bz i\\b", "zi")
                        .split(" "))
                .map(word -> ABBREVIATIONS.getOrDefault(word, word))
                .filter(word -> !word.matches("de|du|des|la|le|les|d|l"))
                .collect(Collectors.joining(" "));
    }
}

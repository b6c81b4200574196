package fr.tiers.simulator.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All communes, by code and by postcode. */
public final class Communes {

    private final Map<String, Commune> byCode = new HashMap<>();
    private final Map<String, List<Commune>> byPostcode = new HashMap<>();
    private final Map<String, List<Commune>> byFoldedName = new HashMap<>();
    private final List<Commune> all = new ArrayList<>();

    public Communes() {
        List<String> lines = Resources.lines("communes.csv.gz");
        for (String line : lines.subList(1, lines.size())) {
            Commune commune = parse(line.split(";", -1));
            all.add(commune);
            byCode.put(commune.code(), commune);
            byFoldedName
                    .computeIfAbsent(Words.fold(commune.name()), key -> new ArrayList<>())
                    .add(commune);
            for (String postcode : commune.postcodes()) {
                byPostcode.computeIfAbsent(postcode, key -> new ArrayList<>()).add(commune);
            }
        }
    }

    public List<Commune> all() {
        return Collections.unmodifiableList(all);
    }

    /** The commune with that INSEE code, {@code null} if there is none. */
    public Commune byCode(String code) {
        return byCode.get(code);
    }

    public List<Commune> byPostcode(String postcode) {
        return byPostcode.getOrDefault(postcode, List.of());
    }

    public List<Commune> byName(String foldedName) {
        return byFoldedName.getOrDefault(foldedName, List.of());
    }

    private static Commune parse(String[] cells) {
        return new Commune(
                cells[0],
                cells[1],
                List.of(cells[2].split("\\|")),
                cells[3],
                cells[4],
                Integer.parseInt(cells[5]),
                number(cells[6]),
                number(cells[7]));
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}

package fr.tiers.shell.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One line of the sample table. */
public record StyleRow(long id, String code, String name, String siren, String state, BigDecimal outstanding)
        implements Serializable {

    private static final List<String> NAMES = List.of(
            "Boulangerie du Vieux Port",
            "Établissements Lefèvre et Fils",
            "Société Lyonnaise de Distribution et de Maintenance des Équipements Frigorifiques",
            "Cabinet Martin",
            "Pharmacie Centrale",
            "Transports Girard");
    private static final List<String> STATES = List.of("CUSTOMER", "PROSPECT", "WATCHED", "BLOCKED");

    /** A mutable list: p:dataTable sorts it in place. */
    static List<StyleRow> samples() {
        return IntStream.range(0, 24).mapToObj(StyleRow::sample).collect(Collectors.toCollection(ArrayList::new));
    }

    private static StyleRow sample(int i) {
        return new StyleRow(
                i,
                "C%05d".formatted(120 + i * 37),
                NAMES.get(i % NAMES.size()),
                String.valueOf(732_829_320L + i * 1_009L),
                STATES.get(i % STATES.size()),
                BigDecimal.valueOf(i * 98_765_43L % 2_000_000, 2));
    }

    public long getId() {
        return id;
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public String getSiren() {
        return siren;
    }

    public String getState() {
        return state;
    }

    public BigDecimal getOutstanding() {
        return outstanding;
    }
}

package fr.tiers.simulator.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;

/**
 * A legal unit: the facts searches look at, and its full JSON built when it is asked for.
 *
 * @param origin where it comes from
 */
public record Unit(UnitFacts facts, Origin origin, Supplier<Sheet> sheet) {

    /** Where a unit comes from. */
    public enum Origin {
        /** A real answer that was recorded. */
        RECORDED,
        /** Invented by the generator. */
        FICTITIOUS,
        /** Made by hand for one odd case of the real data. */
        EDGE
    }

    /**
     * The JSON of a unit in the shape of Recherche d'entreprises, fresh at every call.
     *
     * @param unit without {@code matching_etablissements}
     * @param establishments head office included, in the richest shape known
     */
    public record Sheet(ObjectNode unit, List<ObjectNode> establishments) {}

    public String siren() {
        return facts.siren();
    }

    public static Unit of(Origin origin, Supplier<Sheet> sheet) {
        return new Unit(UnitFacts.of(sheet.get()), origin, sheet);
    }
}

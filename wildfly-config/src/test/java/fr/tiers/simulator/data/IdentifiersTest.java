package fr.tiers.simulator.data;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class IdentifiersTest {

    @Test
    void check_digits() {
        assertThat(List.of("552032534", "732829320", "356000000", "005520135")).allMatch(Identifiers::isSiren);
        assertThat(List.of("000000000", "552032535", "55203253", "abcdefghi")).noneMatch(Identifiers::isSiren);
        assertThat(Identifiers.isSiret("88087814500015")).isTrue();
        assertThat(Identifiers.isSiret("88087814500016")).isFalse();
        assertThat(Identifiers.isSiret("35600000000048")).isTrue();
        assertThat(Identifiers.vatNumber("552032534")).isEqualTo("FR27552032534");
    }

    @Test
    void every_unit_but_the_ghost_has_valid_numbers() {
        Registry registry = Registry.load(null, 500);
        assertThat(registry.units()).hasSizeGreaterThan(550);
        for (Unit unit : registry.units()) {
            if (!EdgeUnits.GHOST.equals(unit.siren())) {
                assertThat(Identifiers.isSiren(unit.siren())).as(unit.siren()).isTrue();
                unit.facts().places().forEach(place -> assertThat(Identifiers.isSiret(place.siret()))
                        .as(place.siret())
                        .isTrue());
            }
        }
        assertThat(registry.count(Unit.Origin.RECORDED)).isEqualTo(46);
    }

    /** Expected values: a recorded answer of the national geocoder. */
    @Test
    void lambert_93() {
        Lambert93.Point point = Lambert93.of(48.838411, 2.316754);
        assertThat(point.x()).isCloseTo(649_850.81, within(0.1));
        assertThat(point.y()).isCloseTo(6_860_034.75, within(0.1));
    }
}

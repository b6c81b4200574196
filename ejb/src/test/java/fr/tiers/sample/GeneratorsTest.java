package fr.tiers.sample;

import fr.tiers.tier.identity.Siret;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GeneratorsTest {

    private final SampleTiers tiers = new SampleTiers(Communes.load(), Trade.load());

    @Test
    void anIndexAlwaysGivesTheSameTier() {
        var again = new SampleTiers(Communes.load(), Trade.load());

        assertThat(tiers.of(123_456)).isEqualTo(again.of(123_456));
        assertThat(SampleContact.of(tiers.of(77))).isEqualTo(SampleContact.of(again.of(77)));
    }

    @Test
    void aMillionSiretsDiffer() {
        var seen = new HashSet<String>();
        LongStream.range(0, 1_000_000).mapToObj(Identifiers::siret).forEach(seen::add);

        assertThat(seen).hasSize(1_000_000);
        assertThat(LongStream.of(0, 1, 399_999, 400_000, 999_999).mapToObj(Identifiers::siret))
                .allMatch(Siret::isValid);
    }

    @Test
    void siretsBelongToTheSirenTheyStartWith() {
        assertThat(LongStream.range(0, 2_000).mapToObj(tiers::of).filter(tier -> tier.siret() != null))
                .allMatch(tier -> tier.siret().startsWith(tier.siren()));
    }

    @Test
    void everyRegionHasCommunesAndLargeOnesComeMoreOften() {
        var communes = Communes.load();
        var cities = LongStream.range(0, 5_000)
                .mapToObj(communes::of)
                .collect(Collectors.groupingBy(Commune::name, Collectors.counting()));

        assertThat(communes.all().stream().map(Commune::region).distinct()).hasSize(18);
        assertThat(cities.get("Paris")).isGreaterThan(cities.get("Lyon"));
        assertThat(cities.get("Lyon")).isGreaterThan(cities.getOrDefault("Ajaccio", 0L));
    }
}

package fr.tiers.receivable;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpreadTest {

    @Test
    void the_last_line_takes_the_odd_cent() {
        assertThat(Spread.over(amount("100"), amounts("50", "50", "50")))
                .containsExactly(amount("33.33"), amount("33.33"), amount("33.34"));
        assertThat(Spread.over(amount("100"), amounts("120", "60"))).containsExactly(amount("66.67"), amount("33.33"));
    }

    @Test
    void a_discount_gets_a_negative_share() {
        assertThat(Spread.over(amount("45"), amounts("100", "-10"))).containsExactly(amount("50.00"), amount("-5.00"));
    }

    @Test
    void a_settled_line_gets_nothing() {
        assertThat(Spread.over(amount("30"), amounts("20", "20", "0")))
                .containsExactly(amount("15.00"), amount("15.00"), amount("0.00"));
    }

    @Test
    void more_than_what_is_open_is_not_spread() {
        assertThatThrownBy(() -> Spread.over(amount("10.01"), amounts("10")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void the_shares_are_the_amount_to_the_cent_and_none_exceeds_its_line(
            @ForAll("openLines") List<BigDecimal> open, @ForAll("fraction") BigDecimal fraction) {
        var total = open.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var amount = total.multiply(fraction).setScale(2, java.math.RoundingMode.DOWN);
        Assume.that(amount.signum() > 0);

        var shares = Spread.over(amount, open);

        assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(amount);
        for (var i = 0; i < shares.size(); i++) {
            assertThat(shares.get(i).abs()).isLessThanOrEqualTo(open.get(i).abs());
            assertThat(shares.get(i).signum() * open.get(i).signum()).isNotNegative();
            assertThat(shares.get(i).scale()).isLessThanOrEqualTo(2);
        }
    }

    @Provide
    Arbitrary<List<BigDecimal>> openLines() {
        return Arbitraries.longs()
                .between(-20_000, 1_000_000)
                .map(cents -> BigDecimal.valueOf(cents, 2))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<BigDecimal> fraction() {
        return Arbitraries.integers().between(0, 10_000).map(part -> BigDecimal.valueOf(part, 4));
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    private static List<BigDecimal> amounts(String... texts) {
        return Stream.of(texts).map(BigDecimal::new).toList();
    }
}

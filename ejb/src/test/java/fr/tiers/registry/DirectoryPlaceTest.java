package fr.tiers.registry;

import fr.tiers.kernel.BusinessException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DirectoryPlaceTest {

    private final CompanyPage page = new CompanyPage(List.of(), 2, 3, 60, true);

    @Test
    void thePlaceAfterAPartOfAPageIsInTheSamePage() {
        assertThat(DirectoryPlace.parse("2.1").next(5, 2, 3)).isEqualTo("2.3");
    }

    @Test
    void thePlaceAfterAPageIsTheNextPageUntilTheLast() {
        assertThat(DirectoryPlace.parse("2.3").next(5, 2, 3)).isEqualTo("3.0");
        assertThat(DirectoryPlace.parse("3.3").next(5, 2, 3)).isNull();
        assertThat(DirectoryPlace.parse("2.9").slice(page, 2, 50).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0", "1", "a.b", "1.0.0", "-1.0", "99999.1"})
    void aForeignCursorIsRefused(String after) {
        assertThatThrownBy(() -> DirectoryPlace.parse(after)).isInstanceOf(BusinessException.class);
    }
}

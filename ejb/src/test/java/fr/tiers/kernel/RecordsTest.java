package fr.tiers.kernel;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordsTest {

    public record Written(String name, int size, Boolean open) {

        public Written {
            if (size < 0) {
                throw new IllegalStateException("too small");
            }
        }
    }

    public record Read(long id, boolean open, String name, int size) {}

    @Test
    void aCopyDiffersInOneComponent() {
        assertThat(Records.with(new Written("a", 1, null), "size", 2)).isEqualTo(new Written("a", 2, null));
        assertThat(Records.with(new Written("a", 1, true), "name", null)).isEqualTo(new Written(null, 1, true));
    }

    @Test
    void aRecordIsMadeOfTheComponentsOfTheSameNames() {
        assertThat(Records.like(new Read(7, true, null, 3), Written.class)).isEqualTo(new Written(null, 3, true));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> Records.like(new Written("a", 1, null), Read.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no id");
        assertThatThrownBy(() -> Records.with(new Written("a", 1, null), "colour", "red"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no colour");
    }

    @Test
    void whatTheRecordRefusesIsRefused() {
        assertThatThrownBy(() -> Records.with(new Written("a", 1, null), "size", -1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("too small");
    }
}

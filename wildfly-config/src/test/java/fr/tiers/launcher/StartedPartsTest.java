package fr.tiers.launcher;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StartedPartsTest {

    private final List<String> ended = new ArrayList<>();
    private final StartedParts parts = new StartedParts();

    @Test
    void partsEndInTheReverseOrderEvenWhenOneFails() throws Exception {
        start("database");
        parts.start(() -> (AutoCloseable) () -> {
            throw new IllegalStateException("this failure belongs to the test");
        });
        start("server");
        parts.close();
        assertThat(ended).containsExactly("server", "database");
    }

    @Test
    void nothingStartsOnceTheEndHasBegun() {
        parts.close();
        assertThatThrownBy(() -> start("server")).isInstanceOf(StartFailure.class);
        assertThat(ended).isEmpty();
    }

    private void start(String name) throws Exception {
        AutoCloseable part = () -> ended.add(name);
        parts.start(() -> part);
    }
}

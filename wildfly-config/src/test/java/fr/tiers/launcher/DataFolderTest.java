package fr.tiers.launcher;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void isHeldByOneStartAtATime() {
        try (DataFolder first = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("Tiers is already running on the data folder " + first.root());
        }
        DataFolder.open(folder).close();
        assertThat(folder.resolve("lock")).exists();
    }
}

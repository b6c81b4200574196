package fr.tiers.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ServerProvisioningTest {

    @TempDir
    Path folder;

    private Path scripts;
    private Path jars;

    @BeforeEach
    void fill() throws IOException {
        scripts = Files.createDirectory(folder.resolve("cli"));
        jars = Files.createDirectory(folder.resolve("lib"));
        Files.writeString(scripts.resolve("01-one.cli"), "one");
        Files.writeString(jars.resolve("driver.jar"), "driver 1");
    }

    @Test
    void theFingerprintChangesWithEachScriptAndJar() throws IOException {
        String before = ServerProvisioning.fingerprint(scripts, jars);
        assertThat(ServerProvisioning.fingerprint(scripts, jars)).isEqualTo(before);
        Files.writeString(scripts.resolve("notes.txt"), "not a script");
        assertThat(ServerProvisioning.fingerprint(scripts, jars)).isEqualTo(before);

        Files.writeString(jars.resolve("driver.jar"), "driver 2");
        String otherJar = ServerProvisioning.fingerprint(scripts, jars);
        assertThat(otherJar).isNotEqualTo(before);
        Files.writeString(scripts.resolve("02-two.cli"), "two");
        assertThat(ServerProvisioning.fingerprint(scripts, jars)).isNotIn(before, otherJar);
    }
}

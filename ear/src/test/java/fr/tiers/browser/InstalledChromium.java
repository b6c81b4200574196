package fr.tiers.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The browser on this machine. Run by the build before the tests, which without one would fail one by one. */
public final class InstalledChromium {

    static final String ADVICE = "The browser tests need Chromium, and none is on the PATH: "
            + "install it (Debian: apt-get install chromium), or leave these tests out with -DskipITs.";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private InstalledChromium() {}

    static Optional<Path> find() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Ends the build with one sentence when there is no browser: a failed goal would bury it in its own report. */
    public static void main(String[] arguments) {
        if (find().isEmpty()) {
            System.err.println(ADVICE);
            System.exit(1);
        }
    }
}

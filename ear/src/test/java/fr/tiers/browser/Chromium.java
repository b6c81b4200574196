package fr.tiers.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;

/** The browser of the tests: the one installed on this machine, started once per JVM. */
final class Chromium {

    private static Browser browser;

    private Chromium() {}

    static synchronized Browser get() {
        if (browser == null) {
            var executable = InstalledChromium.find().orElseThrow(() -> new AssertionError(InstalledChromium.ADVICE));
            // Its own browsers are not downloaded: the tests use the one that is there.
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close-browser"));
        }
        return browser;
    }
}

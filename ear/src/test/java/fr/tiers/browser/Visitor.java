package fr.tiers.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import fr.tiers.it.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody with a browser. Closing checks that no page complained. */
final class Visitor implements AutoCloseable {

    private static final String PHONE =
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36";
    private static final String AXE = "axe.min.js";
    /** What Chromium says of an answer that the test asked for; the test itself judges it. */
    private static final String EXPECTED_STATUS = "Failed to load resource: the server responded with a status of";

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(Browser.NewContextOptions options) {
        // Axe is evaluated by the debugger, which the page's content security policy does not bind.
        context = Chromium.get().newContext(options.setLocale("fr-FR").setTimezoneId("Europe/Paris"));
        context.setDefaultTimeout(30_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type()) && !message.text().startsWith(EXPECTED_STATUS)) {
                complaints.add(page.url() + " console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " script: " + error));
    }

    /** At a desk. */
    static Visitor atDesk() {
        return new Visitor(new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    /** With a phone in the hand. */
    static Visitor onPhone() {
        return new Visitor(new Browser.NewContextOptions()
                .setViewportSize(360, 780)
                .setHasTouch(true)
                .setUserAgent(PHONE));
    }

    /** At a desk, in the evening. */
    static Visitor inTheDark() {
        return new Visitor(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setColorScheme(ColorScheme.DARK));
    }

    Page page() {
        return page;
    }

    /** @param path below the application, with its slash */
    Visitor open(String path) {
        var answer = page.navigate(World.get().url() + "/tiers" + path);
        settle();
        assertThat(answer.status()).as(path).isLessThan(500);
        assertThat(page.locator("body").innerText())
                .as("missing texts on " + path)
                .doesNotContain("???");
        return this;
    }

    Visitor signIn(String login, String password) {
        open("/login.xhtml");
        page.fill("[name=j_username]", login);
        page.fill("[name=j_password]", password);
        page.click("button[type=submit]");
        settle();
        return this;
    }

    /** Waits until the page has nothing under way: Ajax of Faces included. */
    Visitor settle() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    /** The page as it is, with all of its states, must be open to everybody (WCAG 2.2 AA). */
    Visitor isAccessible() {
        return isAccessibleBut("", "");
    }

    /**
     * As {@link #isAccessible}, without what one rule finds in markup of a third party that is not ours to change.
     *
     * @param rule of axe
     * @param within a selector: everywhere else the rule holds
     */
    @SuppressWarnings("unchecked")
    Visitor isAccessibleBut(String rule, String within) {
        page.evaluate(axe());
        var violations = (List<String>) page.evaluate(
                """
                async ([rule, within]) => {
                  const found = await axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']});
                  const excused = (id, node) => id === rule && document.querySelector(node.target[0]).closest(within);
                  return found.violations
                    .map(v => ({id: v.id, nodes: v.nodes.filter(node => !excused(v.id, node))}))
                    .filter(v => v.nodes.length)
                    .map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(' | '));
                }
                """,
                List.of(rule, within));
        assertThat(violations).as("accessibility of " + page.url()).isEmpty();
        return this;
    }

    /** Nothing sticks out to the right: no horizontal scrolling. */
    Visitor fitsTheWidth() {
        var surplus =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) surplus).intValue()).as("too wide: " + page.url()).isLessThanOrEqualTo(0);
        return this;
    }

    /** A picture for the documentation, when {@code -Dtiers.screenshots=<folder>} asks for it. */
    Visitor picture(String name) {
        var folder = System.getProperty("tiers.screenshots", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
        return this;
    }

    private static String axe() {
        try (var script = Visitor.class.getClassLoader().getResourceAsStream(AXE)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(AXE, e);
        }
    }

    /** Keeps what was on the screen when a test fails. */
    private void keepEvidence() {
        try {
            var folder = Files.createDirectories(Path.of("target", "screens"));
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(System.nanoTime() + ".png")));
        } catch (IOException e) {
            complaints.add("no evidence kept: " + e);
        }
    }

    @Override
    public void close() {
        if (!complaints.isEmpty()) {
            keepEvidence();
        }
        context.close();
        assertThat(complaints).isEmpty();
    }
}

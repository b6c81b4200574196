package fr.tiers.browser;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import fr.tiers.it.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A page of the browser on which bad input is typed: {@code bad-input.js}, which is put into it, does the looking. */
final class BadInputPage {

    /** No Ajax under way, and no page on its way either. */
    private static final String QUIET =
            "() => document.readyState === 'complete' && (!window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty())";

    /** The answer has been drawn into the page, or the page is another one. */
    private static final String ANSWERED = "() => window.badInput && (!window.__sent || window.__drawn)";

    private final Page page;
    private final List<String> events = new ArrayList<>();

    /**
     * A form of a page.
     *
     * @param opener the button that opens it in place; null when it is there from the beginning
     * @param key what it is called and the names of its inputs
     */
    record Form(String opener, String key) {

        String name() {
            var name = key.substring(0, key.indexOf('|'));
            return opener == null ? name : opener + " > " + name;
        }
    }

    /**
     * What came of replaying a form.
     *
     * @param complaints what is wrong, with the values that show it
     * @param stored input, kind of value and value of what was taken and is not shown
     */
    record Replayed(Map<String, List<String>> complaints, List<List<String>> stored) {}

    BadInputPage(Page page) {
        this.page = page;
        page.addInitScript(script());
        page.onDialog(this::note);
        page.onResponse(this::note);
    }

    private static String script() {
        try (var script = BadInputPage.class.getResourceAsStream("bad-input.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaving a form with changes asks; any other dialog is a script that ran. */
    private void note(Dialog dialog) {
        if (!"beforeunload".equals(dialog.type())) {
            events.add("a dialog: " + dialog.message());
        }
        dialog.accept();
    }

    private void note(Response answer) {
        if (answer.status() >= 500) {
            events.add(answer.url().replaceFirst("\\?.*", "") + " answered " + answer.status());
        }
    }

    void open(String path, String opener) {
        page.navigate(World.get().url() + "/tiers" + path);
        page.waitForFunction(QUIET);
        if (opener != null) {
            page.evaluate("opener => badInput.open(opener)", opener);
            page.waitForFunction(QUIET);
        }
        events.clear();
    }

    @SuppressWarnings("unchecked")
    List<String> links() {
        return (List<String>) page.evaluate("badInput.links()");
    }

    @SuppressWarnings("unchecked")
    List<String> looseNames() {
        return (List<String>) page.evaluate("badInput.looseNames()");
    }

    /** Those of the page and those that its buttons open. */
    @SuppressWarnings("unchecked")
    List<Form> forms() {
        return ((List<List<String>>) page.evaluate("badInput.discover()"))
                .stream().map(form -> new Form(form.get(0), form.get(1))).toList();
    }

    /** Sends every bad value in every input. */
    @SuppressWarnings("unchecked")
    Replayed replay(Form form) {
        var arguments = new HashMap<String, Object>();
        arguments.put("opener", form.opener());
        arguments.put("key", form.key());
        arguments.put("values", BadValues.all());
        arguments.put("storable", BadValues.storable());
        arguments.put("forged", "<b>forged</b>");
        var result = (Map<String, Object>) page.evaluate("form => badInput.replay(form)", arguments);
        return new Replayed(
                (Map<String, List<String>>) result.get("complaints"), (List<List<String>>) result.get("stored"));
    }

    /** @return whether the form was there */
    boolean type(Form form, int round) {
        var typed = page.evaluate(
                "form => badInput.type(form)", Map.of("key", form.key(), "values", BadValues.all(), "round", round));
        page.waitForFunction(QUIET);
        return (Boolean) typed;
    }

    /** @return what is wrong with the answer */
    List<String> send(Form form) {
        if ((Boolean) page.evaluate("key => badInput.send(key)", form.key())) {
            page.waitForFunction(ANSWERED);
            page.waitForFunction(QUIET);
        }
        return judge();
    }

    List<String> typeLoose(String name, String value) {
        page.evaluate("arguments => badInput.typeLoose(arguments)", List.of(name, value));
        page.waitForFunction(QUIET);
        return judge();
    }

    List<String> judge() {
        var wrong = new ArrayList<>(verdict());
        wrong.addAll(events);
        events.clear();
        return wrong;
    }

    /** What was sent may lead to another page at the very moment of the question: then that one is asked. */
    @SuppressWarnings("unchecked")
    private List<String> verdict() {
        try {
            return (List<String>) page.evaluate("badInput.judge()");
        } catch (PlaywrightException e) {
            if (!e.getMessage().contains("Execution context was destroyed")) {
                throw e;
            }
            page.waitForFunction(ANSWERED);
            page.waitForFunction(QUIET);
            return (List<String>) page.evaluate("badInput.judge()");
        }
    }
}

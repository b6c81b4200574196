package fr.tiers.browser;

import fr.tiers.it.Snapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Goes from page to page and fills each form once, on the first page that has it: every bad value by replaying the form's request, which
 * is quick, and a mixture of them by typing, which shows what only a browser does.
 */
final class FormWalk {

    private static final int TYPED_ROUNDS = 2;

    private final BadInputPage browser;
    private final Snapshot snapshot;
    private final Collection<String> listed;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final Set<String> planned = new HashSet<>();
    private final Set<String> filled = new HashSet<>();

    FormWalk(Visitor visitor, Snapshot snapshot, Collection<String> pages) {
        this.browser = new BadInputPage(visitor.page());
        this.snapshot = snapshot;
        this.listed = pages;
        pages.forEach(this::plan);
    }

    boolean hasNext() {
        return !ahead.isEmpty();
    }

    String next() {
        return ahead.removeFirst();
    }

    /** A page is one page whatever thing it shows. */
    private void plan(String path) {
        if (WalkedPages.isWanted(path) && planned.add(path.replaceAll("(?<==)\\d+", "#"))) {
            ahead.add(path);
        }
    }

    /** @return what is wrong with what comes of bad input on this page */
    Set<String> over(String path) {
        browser.open(path, null);
        browser.links().forEach(this::plan);
        var complaints = new TreeSet<String>();
        var found = browser.forms();
        long begin = System.nanoTime();
        if (found.isEmpty() && listed.contains(path) && WalkedPages.withoutInput(path) == null) {
            complaints.add("nothing to type into: say in WalkedPages why");
        }
        for (var name : browser.looseNames()) {
            if (filled.add(name)) {
                typeLoose(path, name, complaints);
            }
        }
        for (var form : found) {
            if (filled.add(form.key())) {
                replay(path, form, complaints);
                type(path, form, complaints);
            }
        }
        System.out.printf("WALK %.1f %s%n", (System.nanoTime() - begin) / 1e9, path);
        return complaints;
    }

    /** @return what is wrong with a page now that everything is stored */
    Set<String> seen(String path) {
        browser.open(path, null);
        return WalkedPages.withoutInput(path) == null ? new TreeSet<>(browser.judge()) : Set.of();
    }

    private void replay(String path, BadInputPage.Form form, Set<String> complaints) {
        browser.open(path, null);
        var result = browser.replay(form);
        result.complaints().forEach((wrong, values) -> complaints.add(form.name() + ": " + wrong + ' ' + values));
        if (!result.stored().isEmpty()) {
            unproven(result.stored())
                    .forEach((input, values) -> complaints.add(
                            form.name() + ": taken, but neither shown nor stored: " + input + ' ' + values));
        }
    }

    /** What was taken and is not shown must be in the database. */
    private Map<String, List<String>> unproven(List<List<String>> stored) {
        var written = snapshot.written();
        return stored.stream()
                .filter(one -> !written.contains(Snapshot.fold(one.get(2))))
                .collect(Collectors.groupingBy(
                        one -> one.get(0), TreeMap::new, Collectors.mapping(one -> one.get(1), Collectors.toList())));
    }

    private void type(String path, BadInputPage.Form form, Set<String> complaints) {
        for (int round = 0; round < TYPED_ROUNDS; round++) {
            browser.open(path, form.opener());
            if (!browser.type(form, round)) {
                complaints.add(form.name() + ": the form is not there to type");
                return;
            }
            browser.send(form).forEach(wrong -> complaints.add(form.name() + ", typed: " + wrong));
        }
    }

    private void typeLoose(String path, String name, Set<String> complaints) {
        browser.open(path, null);
        var wrong = new ArrayList<String>();
        BadValues.all().values().forEach(value -> wrong.addAll(browser.typeLoose(name, value)));
        wrong.forEach(each -> complaints.add(name + ", typed: " + each));
    }
}

package fr.tiers.simulator;

import fr.tiers.simulator.http.HttpCall;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the SIREN numbers a call is about, in its path, its {@code q} and its {@code where}. */
final class AskedSirens {

    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(\\d{9})(\\d{5})?(?!\\d)");

    private AskedSirens() {}

    static Set<String> in(HttpCall call) {
        Set<String> sirens = new LinkedHashSet<>();
        collect(call.path(), sirens);
        for (String parameter : List.of("q", "where", "refine")) {
            call.all(parameter).forEach(value -> collect(value, sirens));
        }
        return sirens;
    }

    private static void collect(String text, Set<String> sirens) {
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            sirens.add(matcher.group(1));
        }
    }
}

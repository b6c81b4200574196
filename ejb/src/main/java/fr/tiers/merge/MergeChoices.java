package fr.tiers.merge;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which line is taken from whom. Preset: the survivor wins, its gaps are filled, lists and texts are united.
 *
 * @param <S> what takes part
 */
final class MergeChoices<S extends MergeChoices.Side> {

    static final String CUSTOM = "custom.";

    private static final String SURVIVOR = "SURVIVOR";
    private static final String SOURCE = "SOURCE";
    private static final String BOTH = "BOTH";

    private final S survivor;
    private final List<S> sources;
    private final Set<String> several;
    private final Map<String, String> choices = new LinkedHashMap<>();

    /** One of those that take part, as the lines see it. */
    interface Side {

        long id();

        /** Custom fields that say something and that the caller may see. */
        Set<String> customCodes();

        /** What it says in a line; empty for nothing. */
        String text(String line);

        /** Whether that is something to fill a gap with. */
        default boolean says(String line) {
            return !text(line).isEmpty();
        }

        /** What must be the same for two sides to say the same in a line. */
        default List<String> parts(String line) {
            return List.of(text(line));
        }
    }

    /**
     * @param lines without the custom fields, which come last
     * @param several lines of which both can be kept
     * @param special whom a line is preset to, where that is not the rule
     * @param take what was chosen
     * @throws BusinessException INVALID for a line that does not exist or a choice that it does not have
     */
    MergeChoices(
            S survivor,
            List<S> sources,
            Collection<String> lines,
            Set<String> several,
            Function<String, Optional<S>> special,
            Map<String, String> take) {
        this.survivor = survivor;
        this.sources = sources;
        this.several = several;
        names(lines).forEach(line -> choices.put(line, preset(line, special)));
        var violations = new ArrayList<Violation>();
        take.forEach((line, wanted) -> {
            var field = "take." + line;
            if (!choices.containsKey(line)) {
                violations.add(new Violation(field, "unknown-field", line));
                return;
            }
            resolve(line, wanted)
                    .ifPresentOrElse(
                            choice -> choices.put(line, choice),
                            () -> violations.add(new Violation(field, "unknown-value", String.valueOf(wanted))));
        });
        if (!violations.isEmpty()) {
            throw BusinessException.invalid(violations);
        }
    }

    private Set<String> names(Collection<String> lines) {
        var names = new LinkedHashSet<>(lines);
        sides().flatMap(side -> side.customCodes().stream()).sorted().forEach(code -> names.add(CUSTOM + code));
        return names;
    }

    /** The survivor first. */
    Stream<S> sides() {
        return Stream.concat(Stream.of(survivor), sources.stream());
    }

    private String preset(String line, Function<String, Optional<S>> special) {
        if (several.contains(line)) {
            return BOTH;
        }
        return special.apply(line)
                .or(() -> survivor.says(line) ? Optional.empty() : firstThatSays(line))
                .map(MergeChoices::choice)
                .orElse(SURVIVOR);
    }

    private Optional<String> resolve(String line, String wanted) {
        if (SURVIVOR.equals(wanted) || BOTH.equals(wanted) && several.contains(line)) {
            return Optional.of(wanted);
        }
        if (SOURCE.equals(wanted)) {
            return Optional.of(firstThatSays(line)
                    .or(() -> sources.stream().findFirst())
                    .map(MergeChoices::choice)
                    .orElse(SURVIVOR));
        }
        return sources.stream()
                .map(MergeChoices::choice)
                .filter(id -> id.equals(wanted))
                .findFirst();
    }

    private Optional<S> firstThatSays(String line) {
        return sources.stream().filter(side -> side.says(line)).findFirst();
    }

    private static String choice(Side side) {
        return String.valueOf(side.id());
    }

    /** Whether both are kept in a line. */
    boolean united(String line) {
        return BOTH.equals(choices.get(line));
    }

    /** Whose line is taken where one has to be. */
    S chosen(String line) {
        var choice = choices.get(line);
        return sources.stream()
                .filter(source -> choice(source).equals(choice))
                .findFirst()
                .orElse(survivor);
    }

    /** By line, whose is taken; without those of which both are kept. */
    Map<String, S> taken() {
        var taken = new LinkedHashMap<String, S>();
        choices.keySet().stream().filter(line -> !united(line)).forEach(line -> taken.put(line, chosen(line)));
        return taken;
    }

    /**
     * In the order of the form; the custom fields last.
     *
     * @param result what the survivor will say in a line
     */
    List<MergeLine> lines(UnaryOperator<String> result) {
        return choices.entrySet().stream()
                .map(entry -> {
                    var line = entry.getKey();
                    var others = new LinkedHashMap<Long, String>();
                    sources.forEach(source -> others.put(source.id(), source.text(line)));
                    boolean differs = sources.stream()
                            .anyMatch(source -> !source.parts(line).equals(survivor.parts(line)));
                    return new MergeLine(
                            line,
                            survivor.text(line),
                            others,
                            result.apply(line),
                            entry.getValue(),
                            several.contains(line),
                            differs);
                })
                .toList();
    }
}

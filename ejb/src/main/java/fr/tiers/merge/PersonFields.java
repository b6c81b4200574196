package fr.tiers.merge;

import fr.tiers.contact.PersonCommand;
import fr.tiers.customfield.CustomFields;
import fr.tiers.kernel.Records;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is kept of two records of one person, field by field. Whoever wants neither calls nor mails on one of them wants none, whoever
 * chooses what; whose account it is goes with the person.
 */
final class PersonFields {

    private static final String NOTES = "notes";

    private static final Map<String, Function<PersonCommand, Object>> LINES = readings();

    /** Not a choice. */
    static final Set<String> SETTLED = Set.of("doNotCall", "doNotEmail", "extranetLogin", "custom");

    private final MergeChoices<Side> choices;
    private final Side survivor;
    private final List<Side> sources;

    /**
     * One of those that take part.
     *
     * @param person with those custom values alone that the caller may see
     * @param leftOver what its jobs say that has no place in those of the survivor; goes with the notes
     */
    record Side(long id, String label, PersonCommand person, List<String> leftOver) implements MergeChoices.Side {

        @Override
        public Set<String> customCodes() {
            return person.custom().keySet();
        }

        @Override
        public String text(String line) {
            if (NOTES.equals(line)) {
                return Stream.concat(Stream.ofNullable(person.notes()), leftOver.stream())
                        .collect(Collectors.joining("\n"));
            }
            var value = LINES.containsKey(line)
                    ? LINES.get(line).apply(person)
                    : person.custom().get(code(line));
            return value == null ? "" : LINES.containsKey(line) ? value.toString() : CustomFields.text(value);
        }
    }

    /** @throws fr.tiers.kernel.BusinessException INVALID for a line that does not exist or a choice that it does not have */
    PersonFields(Side survivor, List<Side> sources, Map<String, String> take) {
        this.survivor = survivor;
        this.sources = sources;
        this.choices =
                new MergeChoices<>(survivor, sources, LINES.keySet(), Set.of(NOTES), line -> Optional.empty(), take);
    }

    static Set<String> fieldsOfLines() {
        return LINES.keySet();
    }

    private static Map<String, Function<PersonCommand, Object>> readings() {
        var lines = new LinkedHashMap<String, Function<PersonCommand, Object>>();
        lines.put("civility", PersonCommand::civility);
        lines.put("lastName", PersonCommand::lastName);
        lines.put("firstName", PersonCommand::firstName);
        lines.put("birthday", PersonCommand::birthday);
        lines.put("language", PersonCommand::language);
        lines.put("linkedin", PersonCommand::linkedin);
        lines.put("facebook", PersonCommand::facebook);
        lines.put("x", PersonCommand::x);
        lines.put("active", PersonCommand::active);
        lines.put(NOTES, PersonCommand::notes);
        return lines;
    }

    private static String code(String line) {
        return line.substring(MergeChoices.CUSTOM.length());
    }

    /** In the order of the form; the custom fields last. */
    List<MergeLine> lines() {
        var after = new Side(survivor.id(), survivor.label(), applied(survivor.person()), List.of());
        return choices.lines(after::text);
    }

    /** @param base the survivor as it is to be written */
    PersonCommand applied(PersonCommand base) {
        var custom = new LinkedHashMap<>(base.custom());
        var person = base;
        for (var line : choices.taken().entrySet()) {
            var taken = line.getValue().person();
            if (line.getKey().startsWith(MergeChoices.CUSTOM)) {
                custom.put(code(line.getKey()), taken.custom().get(code(line.getKey())));
            } else if (NOTES.equals(line.getKey())) {
                person = Records.with(person, NOTES, line.getValue().text(NOTES));
            } else {
                person = Records.with(
                        person, line.getKey(), LINES.get(line.getKey()).apply(taken));
            }
        }
        if (choices.united(NOTES)) {
            person = Records.with(person, NOTES, notes());
        }
        person = Records.with(person, "doNotCall", choices.sides().anyMatch(side -> side.person()
                .doNotCall()));
        person = Records.with(person, "doNotEmail", choices.sides().anyMatch(side -> side.person()
                .doNotEmail()));
        return person.withCustom(custom);
    }

    /** One below the other; what comes from a source stands under its name. */
    private String notes() {
        var said = new LinkedHashSet<String>();
        said.add(survivor.text(NOTES));
        var all = new StringBuilder(survivor.text(NOTES));
        for (var source : sources) {
            var text = source.text(NOTES);
            if (!text.isEmpty() && said.add(text)) {
                all.append(all.length() == 0 ? "" : "\n\n")
                        .append("— ")
                        .append(source.label())
                        .append('\n')
                        .append(text);
            }
        }
        return all.toString();
    }
}

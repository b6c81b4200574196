package fr.tiers.customfield.web;

import fr.tiers.customfield.FieldOption;
import java.util.List;
import java.util.stream.Collectors;

/** Options as an administrator types them: a line each, {@code code; French; English; parent}, with a minus before it when it is no longer offered. */
final class OptionLines {

    private OptionLines() {}

    static String write(List<FieldOption> options) {
        return options.stream().map(OptionLines::line).collect(Collectors.joining("\n"));
    }

    private static String line(FieldOption option) {
        return (option.active() ? "" : "-") + option.code() + "; " + option.labelFr() + "; " + option.labelEn()
                + (option.parent() == null ? "" : "; " + option.parent());
    }

    static List<FieldOption> read(String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(OptionLines::option)
                        .toList();
    }

    private static FieldOption option(String line) {
        boolean offered = !line.startsWith("-");
        var parts = (offered ? line : line.substring(1)).split(";", -1);
        return new FieldOption(
                parts[0].strip(),
                parts.length > 1 ? parts[1] : null,
                parts.length > 2 ? parts[2] : null,
                parts.length > 3 && !parts[3].isBlank() ? parts[3].strip() : null,
                offered);
    }
}

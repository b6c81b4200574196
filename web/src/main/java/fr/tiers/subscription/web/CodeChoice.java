package fr.tiers.subscription.web;

import fr.tiers.happening.HappeningCode;
import fr.tiers.shell.web.Functions;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** One code of the catalogue with its box. */
public final class CodeChoice implements Serializable {

    private static final long serialVersionUID = 1L;

    private final HappeningCode code;
    private boolean on;

    private CodeChoice(HappeningCode code, boolean on) {
        this.code = code;
        this.on = on;
    }

    static List<CodeChoice> all(Collection<String> chosen) {
        return HappeningCode.offered().stream()
                .map(code -> new CodeChoice(code, chosen.contains(code.name())))
                .toList();
    }

    static List<String> chosen(List<CodeChoice> choices) {
        return choices.stream()
                .filter(CodeChoice::isOn)
                .map(choice -> choice.code.name())
                .toList();
    }

    static List<String> groups() {
        return Stream.of(HappeningCode.Group.values()).map(Enum::name).toList();
    }

    static List<CodeChoice> of(String group, List<CodeChoice> choices) {
        return choices.stream()
                .filter(choice -> choice.code.group().name().equals(group))
                .toList();
    }

    public String getLabel() {
        return code.label(Functions.language());
    }

    public boolean isOn() {
        return on;
    }

    public void setOn(boolean on) {
        this.on = on;
    }
}

package fr.tiers.merge.web;

import fr.tiers.merge.MergeLine;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One line of the page: what each side says, which one is taken. */
public class MergeRow implements Serializable {

    static final String SURVIVOR = "SURVIVOR";
    static final String BOTH = "BOTH";

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String label;
    private final boolean several;
    private final boolean differs;
    private final String own;
    private final String united;
    private final ArrayList<Value> values = new ArrayList<>();
    private String choice;

    /** What a source says. */
    public record Value(long source, String choice, String text, boolean empty) implements Serializable {}

    MergeRow(MergeLine line, String label, List<Long> sources, UnaryOperator<String> shown) {
        this.field = line.field();
        this.label = label;
        this.several = line.several();
        this.differs = line.differs();
        this.own = shown.apply(line.survivor());
        this.united = shown.apply(line.result());
        this.choice = line.choice();
        for (var source : sources) {
            var text = line.sources().get(source);
            values.add(new Value(source, String.valueOf(source), shown.apply(text), text.isEmpty()));
        }
    }

    public String getField() {
        return field;
    }

    public String getLabel() {
        return label;
    }

    /** Whether both can be kept. */
    public boolean isSeveral() {
        return several;
    }

    public boolean isDiffers() {
        return differs;
    }

    public String getOwn() {
        return own;
    }

    public List<Value> getValues() {
        return values;
    }

    public String getChoice() {
        return choice;
    }

    void choose(String wanted) {
        boolean known = SURVIVOR.equals(wanted)
                || BOTH.equals(wanted) && several
                || values.stream().anyMatch(value -> value.choice().equals(wanted));
        choice = known ? wanted : choice;
    }

    /** Nothing of the survivor: the first source that says something, or both where that is possible. */
    void takeOther() {
        choice = values.stream()
                .filter(value -> !value.empty())
                .findFirst()
                .map(Value::choice)
                .orElse(choice);
    }

    /** What the survivor will say. */
    public String getResult() {
        if (BOTH.equals(choice)) {
            return united;
        }
        return values.stream()
                .filter(value -> value.choice().equals(choice))
                .findFirst()
                .map(Value::text)
                .orElse(own);
    }

    Map.Entry<String, String> take() {
        return Map.entry(field, choice);
    }
}

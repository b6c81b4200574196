package fr.tiers.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What has happened with a tier over the past 18 months, and what is planned. */
final class SampleEvents {

    private static final int PAST_DAYS = 540;
    private static final int COMING_DAYS = 45;
    private static final int OPENING = 8 * 60 + 30;
    private static final int QUARTERS = 36;

    private final List<String[]> past = Texts.rows("events.csv", "|");
    private final List<String[]> coming = Texts.rows("upcoming.csv", "|");
    private final List<Product> machines;
    private final List<Product> supplies;

    SampleEvents(List<Product> products) {
        machines = products.stream()
                .filter(product -> "MACHINE".equals(product.kind()))
                .toList();
        supplies = products.stream()
                .filter(product -> "SUPPLY".equals(product.kind()))
                .toList();
    }

    List<SampleEvent> of(SampleTier tier, SamplePerson person) {
        var draw = Draw.of("event", tier.index());
        var events = new ArrayList<SampleEvent>();
        int first = draw.below(past.size());
        // a step without common factor: a tier hears each text once at most
        IntStream.range(0, draw.between(2, 8))
                .mapToObj(i -> past.get((first + i * 5) % past.size()))
                .map(text -> event(text, draw, person, -draw.between(1, PAST_DAYS)))
                .forEach(events::add);
        if (!tier.isClosed() && draw.chance(28)) {
            events.add(event(draw.pick(coming), draw, person, draw.between(0, COMING_DAYS)));
        }
        return events;
    }

    /** Any of what happens, on a given day. */
    SampleEvent past(Draw draw, SamplePerson person, int day) {
        return event(draw.pick(past), draw, person, day);
    }

    /** Any of what is planned, on a given day. */
    SampleEvent coming(Draw draw, SamplePerson person, int day) {
        return event(draw.pick(coming), draw, person, day);
    }

    private SampleEvent event(String[] text, Draw draw, SamplePerson person, int day) {
        var name = ("MME".equals(person.civility()) ? "Mme " : "M. ") + person.lastName();
        UnaryOperator<String> filled = filled(draw.pick(machines), draw.pick(supplies), name);
        return new SampleEvent(
                text[0],
                text[1],
                filled.apply(text[2]),
                filled.apply(text[3]),
                day,
                OPENING + 15 * draw.below(QUARTERS));
    }

    private static UnaryOperator<String> filled(Product machine, Product supply, String name) {
        return text -> text.replace("{p}", "« " + machine.shortLabel() + " »")
                .replace("{s}", "« " + supply.shortLabel() + " »")
                .replace("{c}", name);
    }
}

package fr.tiers.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What has happened with a tier over the past 18 months, and what is planned. */
final class SampleEvents {

    private static final int PAST_DAYS = 540;
    private static final int COMING_DAYS = 45;
    private static final int OPENING = 8 * 60 + 30;
    private static final int QUARTERS = 36;

    private final List<String[]> past = Texts.rows("events.csv", "|");
    private final List<String[]> coming = Texts.rows("upcoming.csv", "|");
    private final List<Product> products;

    SampleEvents(List<Product> products) {
        this.products = products;
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

    private SampleEvent event(String[] text, Draw draw, SamplePerson person, int day) {
        var product = draw.pick(products).shortLabel();
        var name = ("MME".equals(person.civility()) ? "Mme " : "M. ") + person.lastName();
        return new SampleEvent(
                text[0],
                text[1],
                filled(text[2], product, name),
                filled(text[3], product, name),
                day,
                OPENING + 15 * draw.below(QUARTERS));
    }

    private static String filled(String text, String product, String name) {
        return text.replace("{p}", "« " + product + " »").replace("{c}", name);
    }
}

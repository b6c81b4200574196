package fr.tiers.sample;

import fr.tiers.kernel.ClockProducer;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes who prescribes, distributes or competes with whom among the companies of the demonstration. */
final class RelationWriter {

    private static final List<String> TYPES = List.of("PRESCRIBER", "COMPETITOR", "DISTRIBUTOR", "PARTNER");
    private static final List<String> MUTUAL = List.of("COMPETITOR", "PARTNER");
    private static final String AUTHOR = "assistant";
    private static final String SOURCE = "SAMPLE";
    private static final int PERCENT = 8;

    private final Handle handle;
    private final LocalDate today;

    RelationWriter(Handle handle, LocalDate today) {
        this.handle = handle;
        this.today = today;
    }

    void write(List<PlacedTier> placed) {
        var companies = placed.stream()
                .filter(one -> one.tier().isCompany() && !one.tier().isClosed())
                .map(PlacedTier::id)
                .toList();
        var rows = new Rows(
                handle,
                "tier_relation",
                "id, type_code, tier_id, other_id, from_date, to_date, note, created_at, created_by");
        var history = new Rows(handle, "history_entry", "tier_id, entity, entity_id, action, author, source, at");
        long id = 0;
        for (int i = 0; i + 1 < companies.size(); i++) {
            var draw = Draw.of("relation", companies.get(i));
            if (!draw.chance(PERCENT)) {
                continue;
            }
            id++;
            var type = draw.pick(TYPES);
            long one = companies.get(i);
            long other = companies.get(draw.between(i + 1, Math.min(i + 40, companies.size() - 1)));
            boolean turn = !MUTUAL.contains(type) && draw.chance(50);
            int begun = draw.between(60, 900);
            var created = today.minusDays(begun)
                    .atTime(9, 30)
                    .atZone(ClockProducer.ZONE)
                    .toInstant();
            rows.add(
                    id,
                    type,
                    turn ? other : one,
                    turn ? one : other,
                    today.minusDays(begun),
                    draw.chance(15) ? today.minusDays(draw.between(1, begun)) : null,
                    "PRESCRIBER".equals(type) ? "Convention de recommandation" : null,
                    created,
                    AUTHOR);
            history.add(one, "relation", id, "CREATE", AUTHOR, SOURCE, created);
            history.add(other, "relation", id, "CREATE", AUTHOR, SOURCE, created);
        }
        rows.write();
        history.write();
        handle.execute("select setval(pg_get_serial_sequence('tier_relation', 'id'), greatest(?, 1))", id);
    }
}

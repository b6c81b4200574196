package fr.tiers.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Some customers are shared between the salesperson in charge and the sales manager, some since the beginning of the year only. */
final class RepresentativeWriter {

    private static final int SHARED = 12;

    private final Rows rows;
    private final LocalDate today;

    RepresentativeWriter(Handle handle, LocalDate today) {
        this.rows = new Rows(handle, "tier_representative", "tier_id, user_id, share, from_date");
        this.today = today;
    }

    void write(List<PlacedTier> tiers) {
        for (var one : tiers) {
            var draw = Draw.of("representative", one.id());
            if (one.tier().isCustomer()
                    && one.owner() != null
                    && !"manager".equals(one.owner())
                    && draw.chance(SHARED)) {
                int share = 50 + 10 * draw.between(0, 3);
                var from = draw.chance(50) ? null : today.with(MonthDay.of(1, 1));
                add(one, one.owner(), share, from);
                add(one, "manager", 100 - share, from);
            }
        }
        rows.write();
    }

    private void add(PlacedTier tier, String user, int share, LocalDate from) {
        rows.add(tier.id(), DemoStructure.user(user).id(), BigDecimal.valueOf(share), from);
    }
}

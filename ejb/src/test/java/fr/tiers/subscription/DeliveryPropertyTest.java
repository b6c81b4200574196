package fr.tiers.subscription;

import fr.tiers.happening.HappeningCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Over random sequences of following, leaving, moving tiers and happenings, told in random portions with crashes in between: each
 * follower who sees the tier at the moment of delivery is told exactly once, nobody else, never the author.
 */
class DeliveryPropertyTest {

    private static final int USERS = 4;
    private static final int TIERS = 3;

    @Property(tries = 20)
    void everyFollowerIsToldOnceAndNobodyElse(@ForAll long seed) {
        new Game(new Random(seed)).play();
    }

    private static final class Game {

        private final SubscriptionFixture fixture = new SubscriptionFixture();
        private final Random random;

        /** What the model knows: plain sets instead of SQL. */
        private final Set<String> chosen = new HashSet<>();

        private final Set<String> left = new HashSet<>();
        private final long[] owner = new long[TIERS + 1];
        private final long[] unit = new long[TIERS + 1];
        private final List<String> waiting = new ArrayList<>();
        private final Set<String> expected = new HashSet<>();

        private Game(Random random) {
            this.random = random;
        }

        private void play() {
            fixture.unit(1);
            fixture.unit(2);
            for (int user = 1; user <= USERS; user++) {
                fixture.user(user, "u" + user, "SALES", user % 2 + 1L);
            }
            for (int tier = 1; tier <= TIERS; tier++) {
                unit[tier] = tier % 2 + 1;
                fixture.tier(tier, unit[tier]);
            }
            for (int step = 0; step < 40; step++) {
                step();
            }
            deliver();
            assertThat(
                            fixture.list(
                                    String.class,
                                    "select user_id || ' ' || (arguments)[1] from notification n join happening h on h.id = n.happening_id"))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }

        private void step() {
            int user = 1 + random.nextInt(USERS);
            int tier = 1 + random.nextInt(TIERS);
            var pair = user + " " + tier;
            switch (random.nextInt(8)) {
                case 0 -> {
                    if (sees(user, tier)) {
                        fixture.become(user);
                        fixture.subscriptions().follow(tier);
                        chosen.add(pair);
                        left.remove(pair);
                    }
                }
                case 1 -> {
                    if (sees(user, tier)) {
                        fixture.become(user);
                        fixture.subscriptions().leave(tier);
                        chosen.remove(pair);
                        left.remove(pair);
                        if (owner[tier] == user) {
                            left.add(pair);
                        }
                    }
                }
                case 2 -> {
                    owner[tier] = random.nextInt(USERS + 1);
                    fixture.sql("update tier set owner_id = nullif(%d, 0) where id = %d".formatted(owner[tier], tier));
                }
                case 3 -> {
                    unit[tier] = 3 - unit[tier];
                    fixture.sql("update tier set sales_unit_id = %d where id = %d".formatted(unit[tier], tier));
                }
                case 4 -> deliver();
                case 5 -> crash();
                default -> {
                    var name = "h" + waiting.size() + "-" + random.nextInt(1_000_000);
                    fixture.happen(HappeningCode.BLOCKED, tier, "u" + user, name);
                    waiting.add(tier + " " + user + " " + name);
                }
            }
        }

        private boolean sees(long user, int tier) {
            return owner[tier] == user || unit[tier] == user % 2 + 1;
        }

        private void deliver() {
            for (var each : waiting) {
                var parts = each.split(" ");
                int tier = Integer.parseInt(parts[0]);
                for (int user = 1; user <= USERS; user++) {
                    var pair = user + " " + tier;
                    boolean follows = chosen.contains(pair) || owner[tier] == user && !left.contains(pair);
                    if (follows && sees(user, tier) && user != Integer.parseInt(parts[1])) {
                        expected.add(user + " " + parts[2]);
                    }
                }
            }
            waiting.clear();
            fixture.tell();
        }

        private void crash() {
            try {
                fixture.database.inTransaction(() -> {
                    fixture.teller().tellSome();
                    throw new IllegalStateException("killed");
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("killed");
            }
        }
    }
}

package fr.tiers.organisation;

import fr.tiers.access.Caller;
import fr.tiers.access.TestCallers;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingServiceTest {

    private static final Setting KEEPS = Setting.flag("test.keeps", false);
    private static final Setting MOMENT = Setting.choice("test.moment", "QUOTE", "ORDER");
    private static final Setting WHO = Setting.groups("test.who");

    private final TestDatabase database = TestDatabase.fresh();
    private final Settings settings = new Settings(database.db(), null) {
        @Override
        List<Setting> all() {
            return List.of(KEEPS, MOMENT, WHO);
        }
    };
    private final SettingService service = new SettingService();

    @BeforeEach
    void wire() {
        service.db = database.db();
        service.settings = settings;
        service.clock = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ClockProducer.ZONE);
        service.callers = TestCallers.of(Caller.SYSTEM);
    }

    @Test
    void theDefaultHoldsUntilSomebodyChooses() {
        assertThat(settings.flag(KEEPS)).isFalse();
        assertThat(settings.text(MOMENT)).isEqualTo("QUOTE");
        assertThat(settings.codes(WHO)).isEmpty();
        assertThat(service.get("test.keeps").version()).isZero();
    }

    @Test
    void whatIsChosenCountsAtOnceAndSaysWhoChoseIt() {
        service.change("test.keeps", 0, "true");

        assertThat(settings.flag(KEEPS)).isTrue();
        assertThat(service.get("test.keeps").changedBy()).isEqualTo("system");
    }

    @Test
    void whatSomebodyElseHasChangedSinceIsNotOverwritten() {
        service.change("test.moment", 0, "ORDER");

        assertStale(0);
        service.change("test.moment", 1, "QUOTE");
        assertStale(1);
        assertThat(settings.text(MOMENT)).isEqualTo("QUOTE");
    }

    private void assertStale(long version) {
        assertThatThrownBy(() -> service.change("test.moment", version, "ORDER"))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(BusinessException.Kind.STALE));
    }

    @Test
    void onlyWhatTheSettingKnowsIsAccepted() {
        for (var wrong : new String[] {"maybe", "", null, "#{7*7}"}) {
            assertThatThrownBy(() -> service.change("test.keeps", 0, wrong)).isInstanceOf(BusinessException.class);
        }
        assertThatThrownBy(() -> service.change("test.who", 0, "NOBODY")).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> service.change("test.unheard-of", 0, "true")).isInstanceOf(BusinessException.class);
    }

    @Test
    void groupsAreNamedByTheirCodes() {
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("insert into user_group (id, code, name) values (1, 'A', 'a'), (2, 'B', 'b')"));

        service.change("test.who", 0, " B , A,B ");

        assertThat(settings.codes(WHO)).containsExactly("B", "A");
    }
}

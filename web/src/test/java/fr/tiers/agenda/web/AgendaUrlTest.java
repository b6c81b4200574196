package fr.tiers.agenda.web;

import fr.tiers.event.EventKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgendaUrlTest {

    private static String[] values(String... values) {
        return values;
    }

    @Test
    void saysWhatItHasRead() {
        var url = AgendaUrl.of(Map.of(
                "view", values("workweek"),
                "date", values("2026-11-23"),
                "users", values("sales", "e.müller"),
                "kinds", values("CALL"),
                "find", values("true"),
                "minutes", values("45"),
                "opens", values("08:30")));

        assertThat(url.kinds()).containsExactly(EventKind.CALL);
        assertThat(url)
                .hasToString(
                        "agenda.xhtml?view=workweek&date=2026-11-23&users=sales&users=e.m%C3%BCller&kinds=CALL&find=true&minutes=45&opens=08%3A30");
        assertThat(url.with("date", LocalDate.of(2026, 12, 1)).found())
                .hasToString("agenda.xhtml?view=workweek&date=2026-12-01&users=sales&users=e.m%C3%BCller&kinds=CALL");
    }

    @Test
    void leavesOutWhatItCannotUnderstand() {
        var url = AgendaUrl.of(Map.of(
                "view", values("century"),
                "date", values("2026-02-30"),
                "users", values("", " "),
                "kinds", values("PARTY"),
                "minutes", values("9999"),
                "from", values("0001-01-01"),
                "opens", values("25:00")));

        assertThat(url).hasToString("agenda.xhtml");
        assertThat(url.users()).isEqualTo(List.of());
    }
}

package fr.tiers.contact;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which jobs of two records of one person are the same, and what the one that stays says. */
class LinkUnionTest {

    private static ContactLinkView link(
            long id, long tier, String role, String email, EmailState state, LocalDate from, LocalDate to) {
        return new ContactLinkView(
                id,
                0,
                1,
                tier,
                "Tiers " + tier,
                null,
                "Durand",
                null,
                email,
                null,
                null,
                role,
                null,
                null,
                null,
                null,
                false,
                true,
                true,
                null,
                from,
                to,
                false,
                false,
                List.of(),
                false,
                state,
                null);
    }

    private static LocalDate day(int year) {
        return LocalDate.of(year, 1, 1);
    }

    @Test
    void jobsAtTheSameTierAtTheSameTimeAreOne() {
        var stays = link(1, 10, "Acheteuse", "a@example.org", EmailState.VALID, day(2020), null);
        var goes = link(2, 10, "Qualité, acheteuse", "A@example.org", EmailState.INVALID, day(2018), day(2022));
        assertThat(new LinkUnion(List.of(stays)).take(goes)).contains(stays);
        var united = LinkUnion.united(stays, goes);
        assertThat(united.role()).as("the survivor's first, each once").isEqualTo("Acheteuse, Qualité");
        assertThat(united.emailState()).as("the stricter state of one address").isEqualTo(EmailState.INVALID);
        assertThat(united.from()).isEqualTo(day(2018));
        assertThat(united.to()).as("still there").isNull();
    }

    @Test
    void anotherTierOrAnotherTimeIsAStationOfItsOwn() {
        var union = new LinkUnion(List.of(link(1, 10, null, null, EmailState.UNKNOWN, day(2020), null)));
        assertThat(union.take(link(2, 11, null, null, EmailState.UNKNOWN, day(2020), null)))
                .isEmpty();
        assertThat(union.take(link(3, 10, null, null, EmailState.UNKNOWN, day(2010), day(2012))))
                .isEmpty();
        assertThat(union.take(link(4, 11, null, null, EmailState.UNKNOWN, null, null)))
                .as("what was taken in counts for those that follow")
                .map(ContactLinkView::id)
                .contains(2L);
    }

    @Test
    void gapsAreFilledAndWhatHasNoPlaceIsSaid() {
        var stays = link(1, 10, null, "ici@example.org", EmailState.VALID, null, null);
        var goes = link(2, 10, "Achats", "ailleurs@example.org", EmailState.INVALID, null, null);
        var united = LinkUnion.united(stays, goes);
        assertThat(united.email()).isEqualTo("ici@example.org");
        assertThat(united.emailState()).as("the state of another address").isEqualTo(EmailState.VALID);
        assertThat(united.role()).isEqualTo("Achats");
        assertThat(new LinkUnion(List.of(stays)).leftOver(List.of(goes)))
                .containsExactly("Tiers 10 : ailleurs@example.org");
        assertThat(new LinkUnion(List.of()).leftOver(List.of(goes))).isEmpty();
        var gap = link(3, 10, null, null, EmailState.UNKNOWN, null, null);
        assertThat(LinkUnion.united(gap, goes).emailState()).isEqualTo(EmailState.INVALID);
    }
}

package fr.tiers.note.web;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NoteTextTest {

    private final NoteText text = new NoteText();

    @Test
    void addressesCanBeFollowedAndNothingIsLost() {
        for (var body :
                new String[] {"", "rien", "Voir https://a.example/x?y=1&z=(2), ou www.b.example.", "\nhttp://a\n\n"}) {
            assertThat(text.pieces(body).stream().map(NoteText.Piece::text).collect(Collectors.joining()))
                    .isEqualTo(body);
        }
        assertThat(text.pieces("Voir https://a.example/x?y=1, ou www.b.example."))
                .extracting(NoteText.Piece::url)
                .containsExactly(null, "https://a.example/x?y=1", null, "https://www.b.example", null);
    }

    @Test
    void nothingElseBecomesALink() {
        for (var body : new String[] {
            "javascript:alert(1)", "data:text/html,x", "mailto:a@b.example", "<a href='x'>", "#{1+1}", "ftp://a.example"
        }) {
            assertThat(text.pieces(body))
                    .allSatisfy(piece -> assertThat(piece.url()).isNull());
        }
        assertThat(text.pieces("https://a.example/\"><script>").get(0).url()).isEqualTo("https://a.example/");
    }
}

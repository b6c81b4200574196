package fr.tiers.note;

import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Notes over REST; what is private exists for its author alone. */
class NoteIT {

    private static Cast cast;
    private static Api author;
    private static Api colleague;
    private static Api admin;

    @BeforeAll
    static void people() {
        cast = new Cast(NoteIT.class);
        var here = cast.unit("HERE", null);
        author = Cast.tokenOf(cast.user("SALES", here));
        colleague = Cast.tokenOf(cast.user("SALES", here));
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
    }

    private static String tier(String title) {
        return "tiers/"
                + cast.tier(author, title, cast.name() + "-HERE").get("id").asText();
    }

    @Test
    void aNoteIsWrittenChangedPinnedAndDeleted() {
        var tier = tier("vie");
        var created = author.post(tier + "/notes", "{\"body\":\"  Livrer par la cour\\n#{7*7}  \"}");
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.json().get("body").asText()).isEqualTo("Livrer par la cour\n#{7*7}");
        assertThat(created.json().get("visibility").asText()).isEqualTo("PUBLIC");
        var path = "notes/" + created.json().get("id");
        var pinned = colleague.with("If-Match", created.etag()).patch(path, "{\"pinned\":true}");
        assertThat(pinned.json().get("pinned").asBoolean()).isTrue();
        assertThat(colleague
                        .with("If-Match", pinned.etag())
                        .patch(path, "{\"body\":\"autre\"}")
                        .status())
                .isEqualTo(403);
        assertThat(author.with("If-Match", created.etag())
                        .patch(path, "{\"body\":\"autre\"}")
                        .status())
                .isEqualTo(412);
        assertThat(author.with("If-Match", pinned.etag())
                        .patch(path, "{\"visibility\":\"PRIVATE\"}")
                        .problem())
                .isEqualTo("note-already-public");
        assertThat(author.with("If-Match", pinned.etag()).delete(path).status()).isEqualTo(204);
        assertThat(author.get(path).status()).isEqualTo(404);
    }

    @Test
    void aPrivateNoteExistsForItsAuthorAlone() {
        var tier = tier("secret");
        var word = cast.name() + "-confidence";
        var created =
                author.post(tier + "/notes", "{\"body\":\"" + word + "\",\"visibility\":\"PRIVATE\",\"pinned\":true}");
        var path = "notes/" + created.json().get("id");
        assertThat(author.get(path).status()).isEqualTo(200);
        assertThat(author.get("search?q=" + word).json().get("items")).hasSize(1);
        for (var other : List.of(colleague, admin)) {
            var nothing = other.get("notes/999999999");
            var answer = other.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo(nothing.problem());
            assertThat(other.with("If-Match", created.etag()).delete(path).status())
                    .isEqualTo(404);
            assertThat(other.with("If-Match", created.etag())
                            .patch(path, "{\"body\":\"x\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(other.get(tier + "/notes").json().get("total").asInt()).isZero();
            assertThat(other.get("search?q=" + word).json().get("items")).isEmpty();
            assertThat(other.get(tier + "/history").json().get("items"))
                    .allSatisfy(line -> assertThat(line.get("entity").asText()).isEqualTo("tier"));
        }
        assertThat(author.get(path).json().get("body").asText()).isEqualTo(word);
    }
}

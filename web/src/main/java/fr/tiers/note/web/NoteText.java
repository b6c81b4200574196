package fr.tiers.note.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A note's text as pieces: plain ones, and addresses that can be followed. The page escapes both. */
@Named("noteText")
@ApplicationScoped
public class NoteText {

    /** Only these two: no address that runs a script. What closes a sentence is no part of it. */
    private static final Pattern ADDRESS =
            Pattern.compile("\\b(?:https?://|www\\.)[^\\s<>\"'«»\\p{Cc}]*[^\\s<>\"'«»\\p{Cc}.,;:!?)\\]}]");

    /**
     * A piece of text.
     *
     * @param url where it leads; null for plain text
     */
    public record Piece(String text, String url) {}

    public List<Piece> pieces(String body) {
        var pieces = new ArrayList<Piece>();
        var match = ADDRESS.matcher(body);
        int done = 0;
        while (match.find()) {
            if (match.start() > done) {
                pieces.add(new Piece(body.substring(done, match.start()), null));
            }
            var address = match.group();
            pieces.add(new Piece(address, address.startsWith("www.") ? "https://" + address : address));
            done = match.end();
        }
        if (done < body.length()) {
            pieces.add(new Piece(body.substring(done), null));
        }
        return pieces;
    }
}

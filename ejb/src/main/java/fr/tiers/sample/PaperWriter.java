package fr.tiers.sample;

import fr.tiers.kernel.ClockProducer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes a few documents and notes for every seventh tier, made by code and the same for the same day. */
final class PaperWriter {

    private static final int EVERY = 7;
    private static final List<String> NOTES = List.of(
            "Livraison par la cour, avant 9 h. Demander le gardien.",
            "Interlocuteur joignable surtout le mardi et le jeudi matin.",
            "Travaux jusqu’à la fin du mois : https://www.example.org/acces-chantier",
            "Préfère un appel à un e-mail.\nNe pas proposer de location longue durée.",
            "Badge visiteur à retirer à l’accueil, stationnement au sous-sol.");
    private static final List<String> AUTHORS = List.of("sales", "assistant", "manager");

    private final Handle handle;
    private final LocalDate today;

    PaperWriter(Handle handle, LocalDate today) {
        this.handle = handle;
        this.today = today;
    }

    void write(List<PlacedTier> tiers) {
        tiers.stream().filter(tier -> tier.id() % EVERY == 1).forEach(this::write);
    }

    private void write(PlacedTier placed) {
        var name = placed.tier().name();
        var draw = Draw.of("document", placed.id());
        var author = AUTHORS.get(draw.below(AUTHORS.size()));
        document(
                placed,
                "Conditions particulières.pdf",
                "CONTRACT",
                "application/pdf",
                SampleFiles.pdf(List.of(
                        "Conditions particulières",
                        "Entre la société et " + name + ".",
                        "Paiement : 30 jours fin de mois.",
                        "Livraison franco à partir de 250 euros hors taxes.",
                        "Document d'exemple, sans valeur contractuelle.")),
                author,
                draw.between(20, 200),
                draw.chance(25));
        if (draw.chance(60)) {
            document(
                    placed,
                    "Façade.png",
                    "PHOTO",
                    "image/png",
                    SampleFiles.png((int) placed.id()),
                    author,
                    draw.between(2, 60),
                    false);
        }
        if (draw.chance(40)) {
            document(
                    placed,
                    "Accès et horaires.txt",
                    null,
                    "text/plain",
                    SampleFiles.text(List.of(name, "", "Lundi au vendredi : 8 h 30 à 17 h 30", "Fermé en août")),
                    author,
                    draw.between(2, 90),
                    false);
        }
        note(placed, draw.pick(NOTES), author, draw.between(1, 120), true);
        if (draw.chance(50)) {
            note(placed, draw.pick(NOTES), "manager", draw.between(1, 120), false);
        }
    }

    private void document(
            PlacedTier placed,
            String name,
            String category,
            String type,
            byte[] content,
            String author,
            int daysAgo,
            boolean published) {
        long id = handle.createQuery(
                        """
                        insert into document (tier_id, category_id, name, published, number, author, created_at, updated_by, updated_at)
                        values (:tier, (select id from document_category where code = :category), :name, :published, 1, :author, :at,
                                :author, :at)
                        returning id
                        """)
                .bind("tier", placed.id())
                .bind("category", category)
                .bind("name", name)
                .bind("published", published)
                .bind("author", author)
                .bind("at", at(daysAgo))
                .mapTo(Long.class)
                .one();
        long version = handle.createQuery(
                        """
                        insert into document_version (document_id, number, file_name, media_type, size, sha256, author, created_at)
                        values (:document, 1, :name, :type, :size, :sha256, :author, :at) returning id
                        """)
                .bind("document", id)
                .bind("name", name)
                .bind("type", type)
                .bind("size", content.length)
                .bind("sha256", sha256(content))
                .bind("author", author)
                .bind("at", at(daysAgo))
                .mapTo(Long.class)
                .one();
        handle.execute("insert into document_chunk (version_id, position, data) values (?, 0, ?)", version, content);
    }

    private void note(PlacedTier placed, String body, String author, int daysAgo, boolean pinned) {
        handle.createUpdate(
                        """
                        insert into note (tier_id, author_id, pinned, body, created_at, updated_by, updated_at)
                        select :tier, id, :pinned, :body, :at, login, :at from app_user where login = :author
                        """)
                .bind("tier", placed.id())
                .bind("pinned", pinned)
                .bind("body", body)
                .bind("author", author)
                .bind("at", at(daysAgo))
                .execute();
    }

    private Instant at(int daysAgo) {
        return today.minusDays(daysAgo)
                .atTime(10, 30)
                .atZone(ClockProducer.ZONE)
                .toInstant();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package fr.tiers.subscription;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets of the links that end our mails. Only a hash is kept: a stolen dump unsubscribes nobody. */
@ApplicationScoped
public class UnsubscriptionTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final Db db;
    private final Clock clock;

    protected UnsubscriptionTokens() {
        this(null, null);
    }

    @Inject
    public UnsubscriptionTokens(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return a new secret for one mail */
    String issue(long userId) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        db.run(handle -> handle.createUpdate(
                        "insert into unsubscription (token_hash, user_id, created_at) values (:hash, :user, :now)")
                .bind("hash", hash(token))
                .bind("user", userId)
                .bind("now", clock.instant())
                .execute());
        return token;
    }

    static String hash(String token) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(String.valueOf(token).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package fr.tiers.access;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Violation;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Personal access tokens for programs. The token is a signed JWT that the security domain verifies; the database only says whether it is
 * still welcome, so a revoked token is refused at once on every node.
 */
@Stateless
@PermitAll
public class AccessTokens {

    public static final String READ = "read";
    public static final String WRITE = "write";

    static final Duration DEFAULT_LIFE = Duration.ofDays(90);
    static final Duration LONGEST_LIFE = Duration.ofDays(366);

    @Inject
    private Db db;

    @Inject
    private Clock clock;

    @Inject
    private Callers callers;

    @Inject
    private TokenSigner signer;

    /** A token as lists show it: never the token itself. */
    public record TokenRow(UUID id, String name, List<String> scopes, Instant createdAt, Instant expiresAt) {}

    /** @param token shown this once */
    public record NewToken(UUID id, String token, Instant expiresAt) {}

    /**
     * @param scopes of {@code read} and {@code write}; null for both
     * @param expiresAt null for 90 days; at most a year
     */
    public NewToken create(String name, List<String> scopes, Instant expiresAt) {
        var caller = callers.current();
        var now = clock.instant();
        var end = expiresAt == null ? now.plus(DEFAULT_LIFE) : expiresAt;
        var wanted = scopes == null ? List.of(READ, WRITE) : scopes;
        check(name, wanted, now, end);
        var id = UUID.randomUUID();
        db.run(handle -> handle.createUpdate(
                        """
                        insert into access_token (id, user_id, name, scopes, created_at, expires_at)
                        values (:id, :userId, :name, :scopes, :now, :end)
                        """)
                .bind("id", id)
                .bind("userId", caller.userId())
                .bind("name", name.strip())
                .bindArray("scopes", String.class, wanted)
                .bind("now", now)
                .bind("end", end)
                .execute());
        return new NewToken(id, signer.sign(id, caller, now, end), end);
    }

    private static void check(String name, List<String> scopes, Instant now, Instant end) {
        var violations = new ArrayList<Violation>();
        if (name == null || name.isBlank()) {
            violations.add(new Violation("name", "required"));
        } else if (name.length() > 255) {
            violations.add(new Violation("name", "too-long", 255));
        } else if (name.indexOf('\0') >= 0) {
            violations.add(new Violation("name", "control-character"));
        }
        if (scopes.isEmpty() || !scopes.stream().allMatch(scope -> READ.equals(scope) || WRITE.equals(scope))) {
            violations.add(new Violation("scopes", "unknown-value", scopes.toString()));
        }
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_LIFE))) {
            violations.add(new Violation("expiresAt", "token-lifetime", LONGEST_LIFE.toDays()));
        }
        if (!violations.isEmpty()) {
            throw BusinessException.invalid(violations);
        }
    }

    /** @return the caller's tokens that still work, newest first */
    public List<TokenRow> mine() {
        var me = callers.current().userId();
        return db.call(handle -> handle.createQuery(
                        """
                        select id, name, scopes, created_at, expires_at from access_token
                        where user_id = :me and revoked_at is null and expires_at > :now order by created_at desc, id
                        """)
                .bind("me", me)
                .bind("now", clock.instant())
                .map((row, context) -> new TokenRow(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        List.of((String[]) row.getArray("scopes").getArray()),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant()))
                .list());
    }

    /** @throws BusinessException NOT_FOUND for a token of somebody else */
    public void revoke(UUID id) {
        var me = callers.current().userId();
        int revoked = db.call(handle -> handle.createUpdate(
                        "update access_token set revoked_at = :now where id = :id and user_id = :me and revoked_at is null")
                .bind("now", clock.instant())
                .bind("id", id)
                .bind("me", me)
                .execute());
        if (revoked == 0) {
            throw BusinessException.notFound("token", id);
        }
    }

    /**
     * Whether a verified token may still be used, and for what.
     *
     * @throws BusinessException FORBIDDEN {@code token-revoked}
     */
    public Set<String> scopesOf(UUID id) {
        return db.call(handle -> handle.createQuery(
                                """
                                select k.scopes from access_token k join app_user u on u.id = k.user_id
                                where k.id = :id and k.revoked_at is null and u.active
                                """)
                        .bind("id", id)
                        .map((row, context) ->
                                Set.of((String[]) row.getArray("scopes").getArray()))
                        .findOne())
                .orElseThrow(() -> new BusinessException(Kind.FORBIDDEN, "token-revoked"));
    }
}

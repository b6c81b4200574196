package fr.tiers.kernel;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Does a thing once per key: the key's row and the effect are committed together, so a retry after a lost answer gets the first answer,
 * whatever broke in between. A call that fails keeps nothing and may be repeated.
 */
@Stateless
@PermitAll
public class Idempotency {

    static final Duration KEPT = Duration.ofHours(24);

    @Inject
    private Db db;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** What was answered: status, headers that matter, body as it went out. */
    public record Answer(int status, String location, String etag, String body) {}

    /**
     * @param key chosen by the client, at most 255 characters
     * @param fingerprint of method, path and body
     * @throws BusinessException REFUSED {@code idempotency-key-reused} when the key came with another request before
     */
    public Answer once(String key, String fingerprint, Supplier<Answer> effect) {
        if (key.isBlank()) {
            throw BusinessException.invalid("Idempotency-Key", "required");
        }
        if (key.length() > 255) {
            throw BusinessException.invalid("Idempotency-Key", "too-long", 255);
        }
        var login = context.getCallerPrincipal().getName();
        var now = clock.instant();
        boolean first = db.call(handle -> {
            handle.createUpdate(
                            "delete from idempotency_key where login = :login and key = :key and created_at < :oldest")
                    .bind("login", login)
                    .bind("key", key)
                    .bind("oldest", now.minus(KEPT))
                    .execute();
            // A second request with the same key waits here until the first has committed.
            return handle.createUpdate(
                                    """
                                    insert into idempotency_key (login, key, fingerprint, created_at)
                                    values (:login, :key, :fingerprint, :now) on conflict do nothing
                                    """)
                            .bind("login", login)
                            .bind("key", key)
                            .bind("fingerprint", fingerprint)
                            .bind("now", now)
                            .execute()
                    == 1;
        });
        if (!first) {
            return replay(login, key, fingerprint);
        }
        var answer = effect.get();
        db.run(handle -> handle.createUpdate(
                        """
                        update idempotency_key set status = :status, location = :location, etag = :etag, body = :body
                        where login = :login and key = :key
                        """)
                .bindMethods(answer)
                .bind("login", login)
                .bind("key", key)
                .execute());
        return answer;
    }

    private Answer replay(String login, String key, String fingerprint) {
        record Kept(String fingerprint, Answer answer) {}
        var kept = db.call(handle -> handle.createQuery(
                        "select fingerprint, status, location, etag, body from idempotency_key where login = :login and key = :key")
                .bind("login", login)
                .bind("key", key)
                .map((row, context) -> new Kept(
                        row.getString("fingerprint"),
                        new Answer(
                                row.getInt("status"),
                                row.getString("location"),
                                row.getString("etag"),
                                row.getString("body"))))
                .one());
        if (!kept.fingerprint().equals(fingerprint)) {
            throw new BusinessException(BusinessException.Kind.REFUSED, "idempotency-key-reused", key);
        }
        return kept.answer();
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void forgetOld() {
        var oldest = Timestamp.from(clock.instant().minus(KEPT));
        db.run(handle -> handle.createUpdate("delete from idempotency_key where created_at < :oldest")
                .bind("oldest", oldest)
                .execute());
    }
}

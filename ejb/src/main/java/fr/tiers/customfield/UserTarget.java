package fr.tiers.customfield;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Links to users, by login. */
@ApplicationScoped
public class UserTarget implements LinkTarget {

    private final Db db;

    protected UserTarget() {
        this(null);
    }

    @Inject
    public UserTarget(Db db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "USER";
    }

    @Override
    public Optional<String> label(Object key) {
        return db.call(handle -> handle.createQuery("select display_name from app_user where login = :login")
                .bind("login", String.valueOf(key))
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public List<Choice> search(String words, int limit) {
        return db.call(handle -> handle.createQuery(
                        """
                        select login, display_name from app_user
                        where active and position(fold(:words) in fold(display_name || ' ' || login)) > 0
                        order by display_name limit :limit
                        """)
                .bind("words", words.replace("\0", "").strip())
                .bind("limit", limit)
                .map((row, context) -> new Choice(row.getString("login"), row.getString("display_name")))
                .list());
    }

    @Override
    public String page(Object key) {
        return null;
    }
}

package fr.tiers.savedview;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

/**
 * The views of the lists. Somebody sees the own ones and those that are shared; a view is changed by its owner, a shared one also by an
 * administrator. What a view shows is still the right of whoever opens it: it holds a question, no answer.
 */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
public class SavedViews {

    private static final int MAX_OWN = 100;
    private static final String SELECT =
            """
            select v.id, v.version, v.list, v.name, v.query, v.shared, u.login as owner, v.owner_id = :caller as mine,
                   exists (select 1 from saved_view_default d where d.user_id = :caller and d.view_id = v.id) as usual
            from saved_view v join app_user u on u.id = v.owner_id
            where (v.owner_id = :caller or v.shared)
            """;

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    Callers callers;

    /** @return the caller's own first, then the shared ones of others, each by name */
    public List<SavedView> of(String list) {
        var caller = callers.current();
        return db.call(handle -> seen(handle.createQuery(
                        SELECT + " and v.list = :list order by mine desc, fold(v.name), v.id limit 1000"))
                .bind("list", list)
                .map((row, context) -> view(row, caller))
                .list());
    }

    /** @throws BusinessException NOT_FOUND also for somebody else's that is not shared */
    public SavedView get(long id) {
        var caller = callers.current();
        return db.call(handle -> seen(handle.createQuery(SELECT + " and v.id = :id"))
                        .bind("id", id)
                        .map((row, context) -> view(row, caller))
                        .findOne())
                .orElseThrow(() -> BusinessException.notFound("view", id));
    }

    /** What the list shows the caller when asked for nothing. */
    public Optional<SavedView> usual(String list) {
        return of(list).stream().filter(SavedView::usual).findFirst();
    }

    /** @throws BusinessException CONFLICT {@code view-name-taken} when the caller has one of that name */
    public SavedView create(SavedViewCommand command) {
        command.check();
        long own =
                db.call(handle -> seen(handle.createQuery("select count(*) from saved_view where owner_id = :caller"))
                        .mapTo(Long.class)
                        .one());
        if (own >= MAX_OWN) {
            throw new BusinessException(Kind.REFUSED, "view-too-many", MAX_OWN);
        }
        var now = Timestamp.from(clock.instant());
        var id = db.call(handle -> seen(handle.createQuery(
                        """
                        insert into saved_view (list, name, query, shared, owner_id, created_at, updated_at)
                        values (:list, :name, :query, :shared, :caller, :now, :now)
                        on conflict (owner_id, list, fold(name)) do nothing returning id
                        """))
                .bind("list", command.list())
                .bind("name", command.name())
                .bind("query", command.query())
                .bind("shared", command.isShared())
                .bind("now", now)
                .mapTo(Long.class)
                .findOne());
        return get(id.orElseThrow(() -> taken(command)));
    }

    /** @throws BusinessException STALE; FORBIDDEN for a view of somebody else; CONFLICT {@code view-name-taken} */
    public SavedView update(long id, long version, SavedViewCommand command) {
        var before = editable(id);
        command.check();
        if (!before.list().equals(command.list())) {
            throw BusinessException.invalid("list", "unchangeable");
        }
        if (isTaken(before, command)) {
            throw taken(command);
        }
        int changed = db.call(handle -> handle.createUpdate(
                        """
                        update saved_view set name = :name, query = :query, shared = :shared, updated_at = :now, version = version + 1
                        where id = :id and version = :version
                        """)
                .bind("name", command.name())
                .bind("query", command.query())
                .bind("shared", command.isShared())
                .bind("now", Timestamp.from(clock.instant()))
                .bind("id", id)
                .bind("version", version)
                .execute());
        if (changed == 0) {
            throw BusinessException.stale("view", id);
        }
        if (!command.isShared()) {
            db.run(handle -> handle.createUpdate(
                            "delete from saved_view_default d using saved_view v where v.id = :id and d.view_id = v.id and d.user_id <> v.owner_id")
                    .bind("id", id)
                    .execute());
        }
        return get(id);
    }

    private boolean isTaken(SavedView before, SavedViewCommand command) {
        return db.call(handle -> handle.createQuery(
                        """
                        select exists (select 1 from saved_view v join saved_view b on b.id = :id
                        where v.owner_id = b.owner_id and v.list = b.list and v.id <> b.id and fold(v.name) = fold(:name))
                        """)
                .bind("id", before.id())
                .bind("name", command.name())
                .mapTo(Boolean.class)
                .one());
    }

    /** @throws BusinessException STALE; FORBIDDEN for a view of somebody else */
    public void delete(long id, long version) {
        editable(id);
        int gone = db.call(handle -> handle.createUpdate("delete from saved_view where id = :id and version = :version")
                .bind("id", id)
                .bind("version", version)
                .execute());
        if (gone == 0) {
            throw BusinessException.stale("view", id);
        }
    }

    /** From now on the list shows the caller this view when asked for nothing. */
    public SavedView makeUsual(long id) {
        var view = get(id);
        db.run(handle -> seen(handle.createUpdate(
                        """
                        insert into saved_view_default (user_id, list, view_id) values (:caller, :list, :id)
                        on conflict (user_id, list) do update set view_id = excluded.view_id
                        """))
                .bind("list", view.list())
                .bind("id", id)
                .execute());
        return get(id);
    }

    /** The list is plain again when asked for nothing, if this view was what it showed. */
    public SavedView makeUnusual(long id) {
        get(id);
        db.run(handle -> seen(handle.createUpdate(
                        "delete from saved_view_default where user_id = :caller and view_id = :id"))
                .bind("id", id)
                .execute());
        return get(id);
    }

    private SavedView editable(long id) {
        var view = get(id);
        if (!view.editable()) {
            throw new BusinessException(Kind.FORBIDDEN, "view-of-somebody-else", view.name());
        }
        return view;
    }

    private static BusinessException taken(SavedViewCommand command) {
        return new BusinessException(Kind.CONFLICT, "view-name-taken", command.name());
    }

    private <S extends SqlStatement<S>> S seen(S statement) {
        return statement.bind("caller", callers.current().userId());
    }

    private static SavedView view(ResultSet row, Caller caller) throws SQLException {
        boolean mine = row.getBoolean("mine");
        return new SavedView(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("list"),
                row.getString("name"),
                row.getString("query"),
                row.getBoolean("shared"),
                row.getString("owner"),
                mine,
                mine || caller.has(Role.ADMINISTRATOR),
                row.getBoolean("usual"));
    }
}

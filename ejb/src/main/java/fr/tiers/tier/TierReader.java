package fr.tiers.tier;

import fr.tiers.access.Callers;
import fr.tiers.access.Visibility;
import fr.tiers.customfield.FieldRights;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one tier with the names behind its references, through the visibility rule. */
@ApplicationScoped
public class TierReader implements SearchSource {

    private final Db db;
    private final Callers callers;
    private final FieldRights fields;

    protected TierReader() {
        this(null, null, null);
    }

    @Inject
    public TierReader(Db db, Callers callers, FieldRights fields) {
        this.db = db;
        this.callers = callers;
        this.fields = fields;
    }

    /** @return empty when the tier does not exist or is not the caller's to see */
    public Optional<TierView> find(long id) {
        return find(id, fields.custom(TierFieldOwner.OBJECT, "t"));
    }

    /** With the custom fields that the caller may not see, for a change that must neither lose nor fail to log them. */
    Optional<TierView> whole(long id) {
        return find(id, "t.custom");
    }

    /** Several of them by their ids; those that the caller does not see are left out. */
    Map<Long, TierView> whole(Collection<Long> ids) {
        return find(ids, "t.custom").stream().collect(Collectors.toMap(TierView::id, tier -> tier));
    }

    private Optional<TierView> find(long id, String custom) {
        return find(List.of(id), custom).stream().findFirst();
    }

    private List<TierView> find(Collection<Long> ids, String custom) {
        var visibility = Visibility.of(callers.current());
        return db.call(handle -> visibility
                .bind(handle.createQuery(
                        """
                        select %s, t.*, s.code as sales_unit_code, s.name as sales_unit_name, u.login as owner_login,
                               u.display_name as owner_name, p.name as parent_name,
                               array(select f.type_code from tier_function f join tier_type y on y.code = f.type_code
                                     where f.tier_id = t.id order by y.position, y.code) as types,
                               array(select e.type || ' ' || e.email from tier_other_email e where e.tier_id = t.id order by e.position)
                                   as other_emails,
                               array(select c.code from tier_company k join company c on c.id = k.company_id
                                     where k.tier_id = t.id order by c.code) as companies,
                               array(select a.code from tier_agency k join agency a on a.id = k.agency_id
                                     where k.tier_id = t.id order by a.code) as agencies,
                               array(select g.label from tier_tag k join tag g on g.id = k.tag_id
                                     where k.tier_id = t.id order by g.label_key) as tags
                        from tier t
                        left join sales_unit s on s.id = t.sales_unit_id
                        left join app_user u on u.id = t.owner_id
                        left join tier p on p.id = t.parent_id and %s
                        where t.id = any(:ids) and %s
                        """
                                .formatted(custom, visibility.predicate("p"), visibility.predicate("t"))))
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> TierMapping.view(row))
                .list());
    }

    /** @throws BusinessException NOT_FOUND */
    public TierView get(long id) {
        return find(id).orElseThrow(() -> BusinessException.notFound("tier", id));
    }

    @Override
    public List<SearchHit> search(List<String> patterns, String typed, Visibility visibility, int limit) {
        var words = new StringBuilder();
        for (int i = 0; i < patterns.size(); i++) {
            words.append(" and ").append(SearchWords.condition(i));
        }
        return db.call(handle -> {
            var query = visibility.bind(handle.createQuery(
                    """
                    select t.id, t.name, t.code, t.city,
                           (case when t.code = upper(:typed)
                                      or exists (select 1 from tier_former_code c where c.tier_id = t.id and c.code = upper(:typed))
                                     then 3 when t.sort_name = fold(:typed) then 2
                                 when starts_with(t.sort_name, fold(:typed)) then 1 else 0 end)
                           + similarity(t.sort_name, fold(:typed)) + (case when t.status = 'ACTIVE' then 0.2 else 0 end) as rank
                    from (select * from tier t where %s%s limit 500) t
                    order by rank desc, t.id limit :limit
                    """
                            .formatted(visibility.predicate("t"), words)));
            for (int i = 0; i < patterns.size(); i++) {
                query.bind("word" + i, patterns.get(i));
            }
            return query.bind("typed", typed)
                    .bind("limit", limit)
                    .map((row, context) -> new SearchHit(
                            "TIER",
                            row.getLong("id"),
                            row.getLong("id"),
                            row.getString("name"),
                            subtitle(row.getString("code"), row.getString("city")),
                            row.getDouble("rank")))
                    .list();
        });
    }

    private static String subtitle(String code, String city) {
        return city == null ? code : code + " · " + city;
    }
}

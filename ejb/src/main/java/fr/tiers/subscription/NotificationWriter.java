package fr.tiers.subscription;

import fr.tiers.access.Caller;
import fr.tiers.happening.HappeningCode;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the notifications of one follower about one batch of happenings, in one statement. What one author does to one tier within a
 * short time is one line that grows while it is unread; what one author does to many tiers is one line altogether.
 */
@ApplicationScoped
public class NotificationWriter {

    /** A line grows no longer than this, so that what goes on all day is still told now and then. */
    static final Duration GROWING = Duration.ofMinutes(10);

    /** The same to more tiers than this in one batch is a mass change. */
    static final int MANY = 20;

    /** A line of its own has its happening as place, a gathered one its tier, that of a mass change none. */
    private static final String WRITE =
            """
            with told as (
                select h.id, h.tier_id, h.code, h.author,
                       array(select f from unnest(h.fields) f where f <> all(cast(:hidden as text[]))) as fields,
                       case when exists (select 1 from happening_mailed x where x.transaction = h.transaction and x.tier_id = h.tier_id
                                         and x.user_id = :user and h.code = any(x.codes))
                            then 'NONE' else :mail end as mail
                from happening h join tier t on t.id = h.tier_id
                     left join subscription_exception e on e.user_id = :user and e.tier_id = h.tier_id
                where h.id = any(:ids) and h.code = any(coalesce(e.codes, cast(:codes as text[]))) and h.author <> :login
                  and (h.fields = '{}' or not h.fields <@ cast(:hidden as text[]))
                  -- what happened before somebody chose to follow is no news
                  and exists (select 1 from (select f.tier_id, min(f.since) as since from %s
                                             where f.user_id = :user and f.tier_id = any(:tiers) and %s group by f.tier_id) w
                              where w.tier_id = h.tier_id and w.since <= h.at)
                  and %s),
            mass as (
                select code, author from told where code = any(:gathered)
                group by code, author having count(distinct tier_id) > :many
                union
                select o.code, o.author from notification n join happening o on o.id = n.happening_id
                where n.user_id = :user and n.read_at is null and n.created_at > :recent and n.spread),
            placed as (
                select d.*, case when d.code <> all(:gathered) then 'happening ' || d.id
                                 when exists (select 1 from mass m where m.code = d.code and m.author = d.author) then '*'
                                 else 'tier ' || d.tier_id end as place
                from told d where :screen or d.mail <> 'NONE'),
            lines as (
                select max(id) as happening_id, place, code, author, mail, count(*) as times from placed group by place, code, author, mail),
            joined as (
                delete from notification n using happening o, lines l
                where o.id = n.happening_id and n.user_id = :user and n.read_at is null and n.created_at > :recent
                  and n.on_screen = :screen and n.mail = l.mail and o.code = l.code and o.author = l.author
                  and l.place = case when n.spread then '*' else 'tier ' || o.tier_id end
                returning l.happening_id, o.id as former_id, n.times, n.fields, n.created_at),
            changed as (
                select l.happening_id, f from lines l join placed p using (place, code, author, mail), unnest(p.fields) f where l.place <> '*'
                union select j.happening_id, f from joined j, unnest(j.fields) f),
            written as (
                insert into notification (happening_id, user_id, on_screen, mail, created_at, times, spread, fields)
                select l.happening_id, :user, :screen, l.mail,
                       coalesce((select min(j.created_at) from joined j where j.happening_id = l.happening_id), cast(:now as timestamptz)),
                       l.times + coalesce((select sum(j.times) from joined j where j.happening_id = l.happening_id), 0),
                       l.place = '*',
                       array(select c.f from changed c where c.happening_id = l.happening_id order by c.f)
                from lines l order by l.happening_id
                on conflict on constraint notification_once do nothing returning mail)
            select 'FORMER' as what, former_id from joined union all select mail, null from written
            """;

    private static final List<String> GATHERED = HappeningCode.offered().stream()
            .filter(HappeningCode::isGathered)
            .map(HappeningCode::name)
            .toList();

    private final Db db;
    private final Clock clock;

    protected NotificationWriter() {
        this(null, null);
    }

    @Inject
    public NotificationWriter(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * @param ids the happenings
     * @param tiers what they are about
     */
    record Batch(List<Long> ids, List<Long> tiers) {}

    /**
     * What was done.
     *
     * @param any whether anything was written
     * @param mail whether something waits for a mail now
     * @param former happenings of which this reader's line speaks no longer
     */
    record Written(boolean any, boolean mail, List<Long> former) {}

    /** @param hidden fields of tiers that the reader may not see */
    Written write(Caller reader, SubscriptionSettings wish, boolean byMail, Batch batch, List<String> hidden) {
        var sight = Sight.of(reader);
        var now = clock.instant();
        var former = new ArrayList<Long>();
        var mails = new ArrayList<String>();
        db.run(handle -> Following.bind(
                        sight.bind(handle.createQuery(
                                WRITE.formatted(Following.RELATIONS, Following.COUNTS, sight.predicate()))),
                        wish.automatic(),
                        LocalDate.now(clock))
                .bindArray("ids", Long.class, batch.ids())
                .bindArray("tiers", Long.class, batch.tiers())
                .bindArray("codes", String.class, wish.codes())
                .bindArray("hidden", String.class, hidden)
                .bindArray("gathered", String.class, GATHERED)
                .bind("many", MANY)
                .bind("user", reader.userId())
                .bind("login", reader.login())
                .bind("screen", wish.onScreen())
                .bind("mail", byMail ? "WAITING" : "NONE")
                .bind("now", Timestamp.from(now))
                .bind("recent", Timestamp.from(now.minus(GROWING)))
                .map((row, context) -> {
                    var what = row.getString("what");
                    return "FORMER".equals(what) ? former.add(row.getLong("former_id")) : mails.add(what);
                })
                .list());
        return new Written(!mails.isEmpty(), mails.contains("WAITING"), former);
    }
}

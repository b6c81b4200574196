package fr.tiers.sample;

import fr.tiers.kernel.ClockProducer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Mails that were written to main contacts during the last days, each noted as an event: two of each writer, and one that a mail server
 * refused, to be sent again. Calls of today of which the product itself reminds as soon as it runs.
 */
final class LetterWriter {

    private static final List<String> WRITERS = List.of("sales", "manager", "assistant");
    private static final int MAILS = 3;
    private static final int CALL_AT = 17 * 60 + 30;
    private static final int REMINDED_AT = 7 * 60;

    private record Text(String subject, String paragraph) {}

    private static final List<Text> TEXTS = List.of(
            new Text(
                    "Suite à notre rendez-vous",
                    "Merci de votre accueil. Vous trouverez notre proposition avant la fin de la semaine."),
            new Text(
                    "Votre livraison",
                    "Votre commande est prête. Quel jour vous conviendrait pour la livraison, et qui la recevra ?"),
            new Text(
                    "Nouveaux tarifs au 1er janvier",
                    "Nos tarifs changent au 1er janvier. Les commandes passées avant cette date gardent les prix actuels."),
            new Text(
                    "Compte rendu de visite",
                    "Comme convenu, voici ce que nous avons relevé sur place et les points à revoir ensemble."));

    private final Handle handle;
    private final LocalDate today;

    LetterWriter(Handle handle, LocalDate today) {
        this.handle = handle;
        this.today = today;
    }

    private record Reader(long contact, String name, String email) {}

    void write(List<PlacedTier> tiers) {
        var written = tiers.stream()
                .filter(one -> one.tier().isCompany() && !one.tier().isClosed())
                .toList();
        for (var writer : WRITERS) {
            for (int i = 0; i < MAILS; i++) {
                int number = WRITERS.indexOf(writer) * MAILS + i;
                mail(Draw.of("letter", number), written, writer, number, i == MAILS - 1 && "sales".equals(writer));
            }
            call(Draw.of("call", WRITERS.indexOf(writer)).pick(written), writer);
        }
    }

    private void mail(Draw draw, List<PlacedTier> tiers, String login, int number, boolean refused) {
        var own = tiers.stream().filter(one -> login.equals(one.owner())).toList();
        var tier = draw.pick(own.isEmpty() ? tiers : own);
        reader(tier.id()).ifPresent(reader -> {
            var text = draw.pick(TEXTS);
            var at = at(today.minusDays(1 + draw.below(6)), 9 * 60 + 15 * draw.below(30));
            var user = DemoStructure.user(login);
            var html = "<p>Bonjour " + reader.name() + ",</p><p>" + text.paragraph() + "</p><p>Cordialement,<br>"
                    + user.displayName() + "</p>";
            var body = "Bonjour " + reader.name() + ",\n\n" + text.paragraph() + "\n\nCordialement,\n"
                    + user.displayName();
            long event = event("EMAIL", tier.id(), text.subject(), body, at, login, reader.contact(), number);
            handle.createUpdate(
                            """
                            insert into outbox_mail (message_id, purpose, reference, tier_id, company_id, sender_name, recipients, reply_to,
                                                     subject, body, html, headers, status, attempts, next_try_at, last_error, created_at, sent_at)
                            values (:messageId, 'LETTER', :event, :tier, (select company_id from app_user where id = :user), :sender,
                                    array[:to], :replyTo, :subject, :body, :html, '{Auto-Submitted: no}', :status, 1, :at, :error, :at,
                                    cast(:sent as timestamptz))
                            """)
                    .bind("messageId", "<demo-letter-" + number + '@' + DemoStructure.DOMAIN + '>')
                    .bind("event", String.valueOf(event))
                    .bind("tier", tier.id())
                    .bind("user", user.id())
                    .bind("sender", user.displayName())
                    .bind("to", reader.email())
                    .bind("replyTo", user.mailbox() + '@' + DemoStructure.DOMAIN)
                    .bind("subject", text.subject())
                    .bind("body", body)
                    .bind("html", html)
                    .bind("status", refused ? "FAILED" : "SENT")
                    .bind("error", refused ? "The mail server refused: 550 5.1.1 no such mailbox" : null)
                    .bind("at", at)
                    .bind("sent", refused ? null : at.plusSeconds(2))
                    .execute();
        });
    }

    /** A call in the afternoon, of which one wants to be reminded in the morning. */
    private void call(PlacedTier tier, String login) {
        var start = at(today, CALL_AT);
        long event = event("CALL", tier.id(), "Rappeler au sujet du devis", null, start, login, null, -1);
        handle.execute(
                """
                insert into event_reminder (event_id, user_id, minutes, event_start, due_at, next_try_at, state)
                select ?, u.id, ?, ?, ?, ?, 'PENDING' from app_user u where u.login = ?
                """,
                event,
                CALL_AT - REMINDED_AT,
                start,
                at(today, REMINDED_AT),
                at(today, REMINDED_AT),
                login);
    }

    private Optional<Reader> reader(long tier) {
        return handle.createQuery(
                        """
                        select c.id, concat_ws(' ', case c.civility when 'MME' then 'Madame' else 'Monsieur' end, c.last_name) as name, l.email
                        from contact_link l join contact c on c.id = l.contact_id
                        where l.tier_id = :tier and l.email is not null and not c.do_not_email and l.to_date is null order by l.id limit 1
                        """)
                .bind("tier", tier)
                .map((row, context) -> new Reader(row.getLong("id"), row.getString("name"), row.getString("email")))
                .findOne();
    }

    private long event(
            String type, long tier, String subject, String body, Instant at, String login, Long contact, int number) {
        var key = "letter " + type + ' ' + login + ' ' + number;
        return handle.createQuery(
                        """
                        insert into event (type, tier_id, subject, body, starts_at, author, created_at, state, assignee_id, contact_id, uid)
                        values (:type, :tier, :subject, :body, :at, :login, least(cast(:at as timestamptz), :now), :state,
                                (select u.id from app_user u where u.login = :login), :contact, :uid)
                        returning id
                        """)
                .bind("type", type)
                .bind("tier", tier)
                .bind("subject", subject)
                .bind("body", body)
                .bind("at", at)
                .bind("now", at(today, 0))
                .bind("login", login)
                .bind("state", "EMAIL".equals(type) ? "DONE" : "PLANNED")
                .bindByType("contact", contact, Long.class)
                .bind("uid", UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)))
                .mapTo(Long.class)
                .one();
    }

    private static Instant at(LocalDate day, int minute) {
        return day.atStartOfDay().plusMinutes(minute).atZone(ClockProducer.ZONE).toInstant();
    }
}

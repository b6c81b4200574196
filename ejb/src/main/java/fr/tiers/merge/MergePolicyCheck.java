package fr.tiers.merge;

import fr.tiers.contact.PersonAttachment;
import fr.tiers.kernel.Db;
import fr.tiers.tier.TierAttachment;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Nothing starts with a table that points to tiers or to people and of which nobody says what a merge means for it, or that writes no journal. */
@Startup
@Singleton
@PermitAll
@DependsOn("SchemaMigration")
public class MergePolicyCheck {

    @Inject
    Db db;

    @Inject
    @Any
    Instance<TierAttachment> attachments;

    @Inject
    @Any
    Instance<PersonAttachment> ofPeople;

    @PostConstruct
    void check() {
        var answered = attachments.stream()
                .flatMap(attachment -> attachment.tables().stream())
                .toList();
        var answeredOfPeople = ofPeople.stream()
                .flatMap(attachment -> attachment.tables().stream())
                .toList();
        var forgotten = Stream.concat(
                        pointing("tier").stream()
                                .filter(table -> !answered.contains(table) && !TierRemains.isOwn(table)),
                        pointing("contact").stream().filter(table -> !answeredOfPeople.contains(table)))
                .toList();
        var silent = tables(
                """
                select distinct c.conrelid::regclass::text from pg_constraint c
                where c.contype = 'f' and c.confrelid in (cast('tier' as regclass), cast('contact' as regclass))
                  and not exists (select 1 from pg_trigger t where t.tgrelid = c.conrelid and t.tgname = 'zz_merge_journal')
                """);
        if (!forgotten.isEmpty() || !silent.isEmpty()) {
            throw new IllegalStateException(
                    "Nobody says what a merge means for " + forgotten + "; no journal of " + silent);
        }
    }

    private List<String> pointing(String table) {
        return tables(
                """
                select distinct c.conrelid::regclass::text from pg_constraint c
                where c.contype = 'f' and c.confrelid = cast('%s' as regclass)
                """
                        .formatted(table));
    }

    private List<String> tables(String sql) {
        return db.call(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}

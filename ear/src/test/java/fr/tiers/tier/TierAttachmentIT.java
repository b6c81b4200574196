package fr.tiers.tier;

import fr.tiers.it.InContainer;
import fr.tiers.it.InTheWorld;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Merge, deletion and the GDPR reach whatever hangs on a tier: no table is forgotten, none is answered for twice. */
@ExtendWith(InTheWorld.class)
@ArquillianTest
class TierAttachmentIT {

    /** Tables of the tier itself: they live and die with its row. */
    private static final Set<String> OWN =
            Set.of("tier", "tier_function", "tier_company", "tier_agency", "tier_custom_value", "tier_other_email");

    @Deployment
    static WebArchive archive() {
        return InContainer.archive(TierAttachmentIT.class);
    }

    @Test
    void exactlyOneAttachmentAnswersForEachTableWithAForeignKeyToTheTier() throws NamingException, SQLException {
        var answering = new TreeMap<String, List<String>>();
        attachments().forEach(attachment -> attachment.tables().forEach(table -> answering
                .computeIfAbsent(table, key -> new ArrayList<>())
                .add(attachment.feature())));
        var others = tablesThatReferToTheTier().stream()
                .filter(table -> !OWN.contains(table))
                .collect(Collectors.toSet());
        assertTrue(others.size() > 5, () -> "the catalogue knows more tables than " + others);
        assertEquals(
                others, answering.keySet(), "tables with a foreign key to tier, and those an attachment answers for");
        answering.forEach(
                (table, features) -> assertEquals(1, features.size(), () -> table + " belongs to " + features));
    }

    @Test
    void everyFeatureHasANameOfItsOwn() {
        var features = attachments().stream().map(TierAttachment::feature).toList();
        assertEquals(Set.copyOf(features).size(), features.size(), () -> "names: " + features);
    }

    @Test
    void countingWorksForEveryFeature() {
        for (var attachment : attachments()) {
            assertEquals(0, attachment.count(-1), attachment.feature());
        }
    }

    private static List<TierAttachment> attachments() {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        // CDI finds the deployment by the class loader: not our small archive, the EAR's
        thread.setContextClassLoader(TierAttachment.class.getClassLoader());
        try {
            return CDI.current().select(TierAttachment.class, Any.Literal.INSTANCE).stream()
                    .toList();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Set<String> tablesThatReferToTheTier() throws NamingException, SQLException {
        var source = (DataSource) new InitialContext().lookup("java:jboss/datasources/TiersDS");
        var tables = new LinkedHashSet<String>();
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(
                        """
                        select distinct conrelid::regclass::text from pg_constraint
                        where contype = 'f' and confrelid = 'tier'::regclass order by 1
                        """)) {
            while (result.next()) {
                tables.add(result.getString(1));
            }
        }
        return tables;
    }
}

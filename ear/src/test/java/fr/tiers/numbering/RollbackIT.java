package fr.tiers.numbering;

import fr.tiers.it.InContainer;
import fr.tiers.it.InTheWorld;
import fr.tiers.tier.DuplicateConsent;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierService;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A number belongs to the transaction that takes it, until it commits. */
@ExtendWith(InTheWorld.class)
@ArquillianTest
class RollbackIT {

    @Deployment
    static WebArchive archive() {
        return InContainer.archive(RollbackIT.class);
    }

    @Test
    void aRolledBackCreationGivesItsNumberBack() throws Exception {
        var lost = create("annulé", false);
        var kept = create("gardé", true);
        assertEquals(lost, kept);
    }

    @Test
    void rollbacksBetweenParallelCreationsLeaveNoGap() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Long>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                var title = "parallèle " + i;
                boolean commit = i % 2 == 0;
                calls.add(threads.submit(() -> kept(title, commit)));
            }
            List<Long> kept = new ArrayList<>();
            for (var call : calls) {
                if (call.get() != null) {
                    kept.add(call.get());
                }
            }
            kept.sort(null);
            assertEquals(20, kept.size());
            assertEquals(19, kept.get(19) - kept.get(0), () -> "in a row: " + kept);
        } finally {
            threads.shutdownNow();
        }
    }

    /** @return null when it was rolled back */
    private static Long kept(String title, boolean commit) throws Exception {
        var number = create(title, commit);
        return commit ? Long.valueOf(number) : null;
    }

    /** @return the number in the code that was given */
    private static long create(String title, boolean commit) throws Exception {
        return InContainer.as("admin", "tiers", () -> {
            var transaction = (UserTransaction) new InitialContext().lookup("java:jboss/UserTransaction");
            transaction.begin();
            try {
                var data = new TierData();
                data.setName("Rollback " + title);
                data.setTypes(List.of("PROSPECT"));
                var code = InContainer.ejb(TierService.class)
                        .create(data, DuplicateConsent.NONE)
                        .code();
                assertTrue(code.matches("T\\d{6}"), code);
                return Long.parseLong(code.substring(1));
            } finally {
                if (commit) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
            }
        });
    }
}

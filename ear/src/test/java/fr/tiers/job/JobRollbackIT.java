package fr.tiers.job;

import fr.tiers.it.InContainer;
import fr.tiers.it.InTheWorld;
import jakarta.transaction.UserTransaction;
import java.util.Map;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** A run belongs to the transaction that opens it. */
@ExtendWith(InTheWorld.class)
@ArquillianTest
class JobRollbackIT {

    @Deployment
    static WebArchive archive() {
        return InContainer.archive(JobRollbackIT.class);
    }

    @Test
    void aRolledBackStartLeavesNoRun() throws Exception {
        InContainer.as("admin", "tiers", () -> {
            var jobs = InContainer.ejb(Jobs.class);
            var transaction = (UserTransaction) new InitialContext().lookup("java:jboss/UserTransaction");
            transaction.begin();
            JobExecution run;
            try {
                run = jobs.start("key-figures", Map.of());
                assertEquals(JobStatus.STARTING, run.status());
                assertEquals(run, jobs.execution(run.id()));
            } finally {
                transaction.rollback();
            }
            var gone = run.id();
            assertThrows(RuntimeException.class, () -> jobs.execution(gone));
            return null;
        });
    }
}

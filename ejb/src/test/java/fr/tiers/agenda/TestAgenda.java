package fr.tiers.agenda;

import fr.tiers.access.Callers;
import fr.tiers.event.TestEvents;
import fr.tiers.kernel.TestDatabase;
import java.time.Clock;

/** The agenda outside a container. */
public final class TestAgenda {

    private TestAgenda() {}

    public static Agenda of(TestDatabase database, Callers callers, Clock clock) {
        var agenda = new Agenda();
        agenda.people = new AgendaPeople();
        agenda.people.db = database.db();
        agenda.people.callers = callers;
        agenda.query = new AgendaQuery(database.db(), callers, TestEvents.sight(database, callers));
        agenda.clock = clock;
        return agenda;
    }
}

package fr.tiers.customfield;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.TestCallers;
import fr.tiers.history.Source;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import java.time.Clock;
import java.util.List;

/** The services of custom fields without a container. */
public final class TestCustomFields {

    private TestCustomFields() {}

    /** For whoever sees all. */
    public static CustomFields of(TestDatabase database, FieldOwner owner) {
        return of(database, owner, TestCallers.of(Caller.SYSTEM));
    }

    public static FieldRights rights(TestDatabase database, Callers callers) {
        return new FieldRights(database.db(), callers, new Source());
    }

    public static CustomFields of(TestDatabase database, FieldOwner owner, Callers callers) {
        return new CustomFields(database.db(), rights(database, callers), null, null) {
            @Override
            public List<FieldOwner> owners() {
                return List.of(owner);
            }

            @Override
            public List<LinkTarget> links() {
                return List.of(new UserTarget(database.db()));
            }
        };
    }

    public static CustomFieldService service(TestDatabase database, Clock clock, Callers callers, CustomFields fields) {
        var service = new CustomFieldService();
        service.db = database.db();
        service.clock = clock;
        service.callers = callers;
        service.fields = fields;
        service.changed = new TestEvent<>();
        return service;
    }

    public static FieldDefinition definition(String json) {
        return FieldJson.definition(json);
    }

    /** What happens at night. */
    public static void purge(CustomFieldService service) {
        var purge = new FieldPurge();
        purge.db = service.db;
        purge.clock = service.clock;
        purge.fields = service.fields;
        purge.purge();
    }
}

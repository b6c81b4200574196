package fr.tiers.address;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.TestCallers;
import fr.tiers.access.TierAccess;
import fr.tiers.customfield.CustomFields;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.history.Source;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import fr.tiers.tier.TierTouched;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Addresses as tests write them: only what matters. */
final class TestAddresses {

    private TestAddresses() {}

    static AddressCommand depot(String label) {
        var values = new HashMap<String, Object>(Map.of(
                "line1",
                "3 quai de la Loire",
                "postalCode",
                "44000",
                "city",
                "Nantes",
                "usages",
                List.of("DELIVERY"),
                "latitude",
                47.2,
                "longitude",
                -1.55));
        values.put("label", label);
        return with(values);
    }

    /** The default of one usage. */
    static AddressCommand of(String label, String usage, LocalDate from, LocalDate to) {
        var values = new HashMap<String, Object>();
        values.put("label", label);
        values.put("usages", List.of(usage));
        values.put("defaultFor", List.of(usage));
        values.put("from", from);
        values.put("to", to);
        return with(values);
    }

    static AddressCommand withSiret(String siret) {
        return with(Map.of("label", "Établissement", "siret", siret));
    }

    static AddressCommand wrong() {
        return with(Map.of(
                "postalCode",
                "4400",
                "country",
                "ZZ",
                "siret",
                "12345678901234",
                "usages",
                List.of("PARTY"),
                "latitude",
                91.0));
    }

    /** The service, wired for one caller. */
    static Addresses service(
            TestDatabase database, Caller caller, Clock clock, CustomFields fields, TestEvent<TierTouched> touched) {
        Callers callers = TestCallers.of(caller);
        var tiers = new TierAccess(database.db(), callers);
        return new Addresses(
                new AddressTable(database.db()),
                tiers,
                new AddressAccess(database.db(), tiers, callers),
                new History(database.db(), clock),
                new Authors(callers, new Source()),
                touched,
                clock,
                fields);
    }

    /** @param values by the name of the component; what is not named is empty */
    static AddressCommand with(Map<String, Object> values) {
        var components = AddressCommand.class.getRecordComponents();
        try {
            return AddressCommand.class
                    .getDeclaredConstructor(
                            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(Stream.of(components)
                            .map(component -> values.get(component.getName()))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

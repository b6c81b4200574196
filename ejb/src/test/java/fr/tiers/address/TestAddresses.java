package fr.tiers.address;

import java.lang.reflect.RecordComponent;
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

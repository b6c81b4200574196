package fr.tiers.address;

import fr.tiers.history.History;
import fr.tiers.history.PastRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The further addresses of a tier, for a look at a past day. */
@ApplicationScoped
public class AddressPast implements PastRows {

    private final AddressTable table;
    private final Clock clock;

    protected AddressPast() {
        this(null, null);
    }

    @Inject
    public AddressPast(AddressTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String entity() {
        return "address";
    }

    @Override
    public Map<Long, Map<String, String>> rows(long tierId, Long id) {
        var rows = new LinkedHashMap<Long, Map<String, String>>();
        for (var address : table.ofTier(tierId, LocalDate.now(clock), AddressTable.WHOLE)) {
            if (id == null || id == address.id()) {
                rows.put(address.id(), History.texts(address.values()));
            }
        }
        return rows;
    }
}

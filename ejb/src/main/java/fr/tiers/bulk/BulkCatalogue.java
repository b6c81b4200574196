package fr.tiers.bulk;

import fr.tiers.kernel.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** Every {@link BulkAction} there is. */
@ApplicationScoped
public class BulkCatalogue {

    private final Iterable<BulkAction> all;

    protected BulkCatalogue() {
        this(List.of());
    }

    @Inject
    public BulkCatalogue(@Any Instance<BulkAction> all) {
        this((Iterable<BulkAction>) all);
    }

    BulkCatalogue(Iterable<BulkAction> all) {
        this.all = all;
    }

    /** By their codes. */
    List<BulkAction> all() {
        return StreamSupport.stream(all.spliterator(), false)
                .sorted(Comparator.comparing(BulkAction::code))
                .toList();
    }

    /** @throws BusinessException INVALID on {@code action} for one that there is not */
    BulkAction action(String code) {
        return all().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> BusinessException.invalid("action", "unknown-value", String.valueOf(code)));
    }
}

package fr.tiers.tier.web;

import fr.tiers.kernel.BusinessException;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** What the search led to, for a tab whose list may not reach it. */
public final class Sought {

    private Sought() {}

    /** @return empty when the search led to nothing here, or to what is gone or not the user's to see */
    public static <T> Optional<T> of(TierRecordView record, LongFunction<T> read, ToLongFunction<T> tier) {
        if (record.getSought() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(record.getSought()))
                    .filter(found -> tier.applyAsLong(found) == record.getId());
        } catch (BusinessException e) {
            return Optional.empty();
        }
    }
}

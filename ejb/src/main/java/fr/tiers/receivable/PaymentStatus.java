package fr.tiers.receivable;

import java.util.Set;
import java.util.stream.Stream;

/** Where a payment stands on its way to the accounts. */
public enum PaymentStatus {
    /** recorded, the mail to head office is on its way */
    ENTERED,
    /** head office's mail server has the mail */
    SENT,
    /** the ERP has booked it */
    INTEGRATED,
    /** the ERP refused it, with a reason; what it paid stays paid until the payment is reversed */
    REJECTED,
    /** cancelled by a counter-payment */
    REVERSED;

    static boolean isKnown(String name) {
        return Stream.of(values()).anyMatch(status -> status.name().equals(name));
    }

    /** The ERP may answer before we know that the mail arrived; its answer is final. */
    boolean mayBecome(PaymentStatus next) {
        return switch (this) {
            case ENTERED -> next != ENTERED;
            case SENT -> Set.of(INTEGRATED, REJECTED, REVERSED).contains(next);
            case INTEGRATED, REJECTED -> next == REVERSED;
            case REVERSED -> false;
        };
    }
}

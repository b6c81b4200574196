package fr.tiers.receivable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Spreads an amount over what is open on the lines of an invoice, in proportion, so that each VAT rate gets its share. */
final class Spread {

    private Spread() {}

    /**
     * Each share is rounded to the cent and the last line takes the difference; when the last line has no room for it, the one before,
     * and so on. Lines of discount are open negatively and get a negative share.
     *
     * @param amount more than zero, at most the sum of what is open
     * @param open what is open on each line
     * @return one share per line; their sum is the amount and no share goes beyond what is open
     */
    static List<BigDecimal> over(BigDecimal amount, List<BigDecimal> open) {
        var total = open.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (amount.signum() <= 0 || amount.compareTo(total) > 0) {
            throw new IllegalArgumentException("cannot spread " + amount + " over " + total);
        }
        var shares = new ArrayList<BigDecimal>();
        var rest = amount;
        for (var line : open) {
            var share = amount.multiply(line).divide(total, 2, RoundingMode.HALF_UP);
            shares.add(share);
            rest = rest.subtract(share);
        }
        for (var i = shares.size() - 1; rest.signum() != 0; i--) {
            var share = clamp(shares.get(i).add(rest), open.get(i));
            rest = rest.subtract(share.subtract(shares.get(i)));
            shares.set(i, share);
        }
        return shares;
    }

    /** Between nothing and what is open, whichever side of zero that is. */
    private static BigDecimal clamp(BigDecimal share, BigDecimal open) {
        return share.max(open.min(BigDecimal.ZERO)).min(open.max(BigDecimal.ZERO));
    }
}

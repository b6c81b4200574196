package fr.tiers.sample;

import java.util.List;
import java.util.Set;

/** Makes the tier of an index of the large base: always the same one, with names as uneven as they are in a real one. */
final class ScaleTiers {

    /** Behind the identifiers of the demonstration's own tiers. */
    private static final long FIRST = 400_000;

    /** As many write the legal form before the name; about the share it has in bases that grew over years. */
    private static final int PERCENT_SARL = 7;

    private static final int PERCENT_SAS = 4;
    private static final int PERCENT_TOWN = 30;
    private static final int SHIFT = 8;
    private static final Set<String> SOLD_TO = Set.of("CUSTOMER", "PROSPECT", "SUSPECT");

    private final SampleTiers source = new SampleTiers(Communes.load(), Trade.load());
    private final ScaleStructure structure;

    ScaleTiers(ScaleStructure structure) {
        this.structure = structure;
    }

    ScaleTier of(long index) {
        var made = source.of(FIRST + index);
        var tier = made.isCompany() ? made.named(name(made, Draw.of("scale-name", index))) : made;
        var draw = Draw.of("scale-place", index);
        boolean sold = tier.types().stream().anyMatch(SOLD_TO::contains);
        var unit = sold ? structure.team(DemoStructure.sector(tier.commune().region()), draw) : "DIR";
        String owner;
        if (!sold) {
            owner = "manager";
        } else if (tier.types().contains("SUSPECT") && draw.chance(50)) {
            owner = null;
        } else {
            owner = structure.owner(unit, draw);
        }
        return new ScaleTier(index, tier, unit, owner, SampleContact.of(tier));
    }

    private static String name(SampleTier tier, Draw draw) {
        var name = draw.pick(tier.trade().names())
                .replace("{n}", draw.pickSkewed(SamplePerson.SURNAMES, SHIFT))
                .replace("{w}", draw.pickSkewed(Trade.SIGNS, SHIFT));
        int form = draw.below(100);
        if (form < PERCENT_SARL) {
            name = "SARL " + name;
        } else if (form < PERCENT_SARL + PERCENT_SAS) {
            name = "SAS " + name;
        }
        return draw.chance(PERCENT_TOWN) ? name + ' ' + tier.commune().name() : name;
    }

    /** A list of what is worn most often first. */
    static <T> T usual(List<T> from, Draw draw) {
        return draw.pickSkewed(from, 1);
    }
}

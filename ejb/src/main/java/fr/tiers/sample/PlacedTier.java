package fr.tiers.sample;

import java.util.List;

/**
 * A generated tier within the demonstration company: whose it is and who is known there.
 *
 * @param owner login, or null
 * @param parent id, or null
 */
record PlacedTier(long id, SampleTier tier, String unit, String owner, Long parent, List<SampleContact> contacts) {

    private static final int MEMBERS_OF_GROUPS = 6;

    static PlacedTier of(long id, SampleTier tier) {
        var draw = Draw.of("placement", tier.index());
        boolean sold = tier.types().stream().anyMatch(List.of("CUSTOMER", "PROSPECT", "SUSPECT")::contains);
        // whoever sells to us is the direction's
        var unit = sold ? DemoStructure.sector(tier.commune().region()) : "DIR";
        var owner = !sold
                ? "manager"
                : tier.types().contains("SUSPECT") && draw.chance(50) ? null : DemoStructure.owner(unit);
        // always an earlier one, so no circle can come about
        boolean member = tier.isCompany() && id > 20 && draw.chance(MEMBERS_OF_GROUPS);
        return new PlacedTier(id, tier, unit, owner, member ? id - draw.between(1, 20) : null, SampleContact.of(tier));
    }

    String code() {
        return "T%06d".formatted(id);
    }

    /** @return the login behind an author of {@link SampleEvent} */
    String author(String author) {
        return switch (author) {
            case "OWNER" -> owner == null ? "marketing" : owner;
            case "ASSISTANT" -> "assistant";
            case "ACCOUNTING" -> "accounting";
            case "TECHNICIAN" -> "technician";
            default -> "marketing";
        };
    }
}

package fr.tiers.sample;

import java.util.ArrayList;
import java.util.List;

/** A further address of a company, mostly in the same commune. */
record SampleAddress(String label, SamplePlace place, String siret, List<String> usages) {

    private static final List<SampleAddress> KINDS = List.of(
            new SampleAddress("Entrepôt", null, null, List.of("DELIVERY")),
            new SampleAddress("Service comptabilité", null, null, List.of("BILLING")),
            new SampleAddress("Second établissement", null, null, List.of("DELIVERY", "SITE")),
            new SampleAddress("Atelier", null, null, List.of("SITE")),
            new SampleAddress("Siège administratif", null, null, List.of("HEAD_OFFICE", "BILLING")),
            new SampleAddress("Annexe", null, null, List.of("SITE")));

    static List<SampleAddress> of(SampleTier tier) {
        var draw = Draw.of("address", tier.index());
        int number = tier.isCompany() ? List.of(0, 0, 1, 1, 2, 3).get(draw.below(6)) : 0;
        int first = draw.below(KINDS.size());
        var addresses = new ArrayList<SampleAddress>();
        for (int i = 0; i < number; i++) {
            var kind = KINDS.get((first + i) % KINDS.size());
            boolean establishment = kind.usages().contains("SITE") && tier.siren() != null;
            addresses.add(new SampleAddress(
                    kind.label(),
                    SamplePlace.in(tier.commune(), draw),
                    establishment ? Identifiers.establishment(tier.siren(), 2 + i) : null,
                    kind.usages()));
        }
        return addresses;
    }
}

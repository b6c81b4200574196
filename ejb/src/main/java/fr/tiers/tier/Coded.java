package fr.tiers.tier;

import java.util.List;
import java.util.Objects;

/** What the codes of a tier are made of. */
record Coded(String code, String name, List<String> types, List<String> companies) {

    static Coded of(TierView tier) {
        return new Coded(tier.code(), tier.name(), tier.types(), tier.companies());
    }

    /** @param data whose code may be none yet */
    static Coded of(TierData data) {
        return new Coded(
                data.getCode(),
                data.getName(),
                data.getTypes(),
                data.getCompanies().stream().filter(Objects::nonNull).toList());
    }
}

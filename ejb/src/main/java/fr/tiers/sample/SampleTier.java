package fr.tiers.sample;

import java.math.BigDecimal;
import java.util.List;

/** A tier as the generator makes it; days count back from today. */
record SampleTier(
        long index,
        String kind,
        String name,
        SamplePerson person,
        List<String> types,
        Trade trade,
        String legalForm,
        String siren,
        String siret,
        String vatNumber,
        Integer headcount,
        BigDecimal turnover,
        Commune commune,
        SamplePlace place,
        String phone,
        String mobile,
        String email,
        String website,
        String paymentTerms,
        String closedReason,
        String blockedReason,
        boolean underWatch,
        String observation,
        int createdDaysAgo,
        int updatedDaysAgo) {

    boolean isCompany() {
        return person == null;
    }

    boolean isCustomer() {
        return types.contains("CUSTOMER");
    }

    boolean isClosed() {
        return closedReason != null;
    }

    String domain() {
        return Slug.of(name) + ".example";
    }
}

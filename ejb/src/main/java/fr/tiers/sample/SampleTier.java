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

    /** The same under another name, which its addresses in the net follow. */
    SampleTier named(String other) {
        var domain = Slug.of(other) + ".example";
        return new SampleTier(
                index,
                kind,
                other,
                person,
                types,
                trade,
                legalForm,
                siren,
                siret,
                vatNumber,
                headcount,
                turnover,
                commune,
                place,
                phone,
                mobile,
                email == null ? null : "contact@" + domain,
                website == null ? null : "https://www." + domain,
                paymentTerms,
                closedReason,
                blockedReason,
                underWatch,
                observation,
                createdDaysAgo,
                updatedDaysAgo);
    }

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

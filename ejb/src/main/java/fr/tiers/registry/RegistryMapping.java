package fr.tiers.registry;

import fr.tiers.tier.AddressData;
import fr.tiers.tier.TierData;

/** A unit of the directory as a tier. */
final class RegistryMapping {

    private RegistryMapping() {}

    /** A sole trader stays a company: private persons have no SIRET. */
    static TierData toTier(CompanyMatch company) {
        var data = new TierData();
        data.setName(company.name());
        data.setTradeName(company.tradeName());
        data.setSiren(company.siren());
        data.setSiret(company.siret());
        data.setVatNumber(company.vatNumber());
        data.setApeCode(company.apeCode());
        data.setApeLabel(company.apeLabel());
        data.setLegalForm(company.legalForm());
        data.setAddress(toAddress(company.address()));
        return data;
    }

    private static AddressData toAddress(RegistryAddress from) {
        var address = new AddressData();
        address.setLine1(from.line1());
        address.setLine2(from.line2());
        address.setLine3(from.line3());
        address.setPostalCode(from.postalCode());
        address.setCity(from.city());
        address.setCountry(from.country());
        address.setInseeCode(from.inseeCode());
        // Both or none: one alone is no place.
        if (from.latitude() != null && from.longitude() != null) {
            address.setLatitude(from.latitude());
            address.setLongitude(from.longitude());
        }
        return address;
    }
}

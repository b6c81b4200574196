package fr.tiers.registry;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * One establishment in the official directory. Texts are null where the directory has none or withholds them.
 *
 * @param name never empty: registered name, else the fallback closest to it
 * @param individual true for a natural person; then {@code lastName} and {@code firstName} are known where published
 * @param headOffice whether this establishment is the head office
 * @param active establishment open and company not ceased
 * @param apeCode with the dot ({@code 62.01Z}), the establishment's own activity where it has one
 * @param legalFormCode INSEE's four digits
 * @param headcountBandCode INSEE's band, two characters
 * @param vatNumber declared, else computed from the SIREN
 * @param vatComputed true when computed: it does not prove liability to VAT
 * @param alreadyKnown our tiers with the same SIRET or SIREN that the caller may see; nothing hints at others
 */
public record CompanyMatch(
        String siren,
        String siret,
        String name,
        String tradeName,
        boolean individual,
        String lastName,
        String firstName,
        boolean headOffice,
        boolean active,
        LocalDate createdOn,
        LocalDate closedOn,
        RegistryAddress address,
        String apeCode,
        String apeLabel,
        String legalFormCode,
        String legalForm,
        String headcountBandCode,
        String headcountBand,
        String vatNumber,
        boolean vatComputed,
        Diffusion diffusion,
        List<KnownTier> alreadyKnown)
        implements Serializable {

    CompanyMatch knownAs(List<KnownTier> tiers) {
        return new CompanyMatch(
                siren,
                siret,
                name,
                tradeName,
                individual,
                lastName,
                firstName,
                headOffice,
                active,
                createdOn,
                closedOn,
                address,
                apeCode,
                apeLabel,
                legalFormCode,
                legalForm,
                headcountBandCode,
                headcountBand,
                vatNumber,
                vatComputed,
                diffusion,
                List.copyOf(tiers));
    }
}

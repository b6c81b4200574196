package fr.tiers.tier;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A tier as it is read: by the record page, and as the body of REST's answers (names as in {@link TierData}).
 *
 * @param quality points earned, of {@code qualityMax}
 * @param diffusion PARTIAL when INSEE masks the unit: not to be used for prospecting
 */
public record TierView(
        long id,
        long version,
        String code,
        String name,
        String tradeName,
        List<String> types,
        String kind,
        boolean individual,
        String civility,
        String lastName,
        String firstName,
        String status,
        String closedReason,
        String siren,
        String siret,
        String vatNumber,
        String apeCode,
        String apeLabel,
        String legalForm,
        BigDecimal capital,
        LocalDate foundedOn,
        String sector,
        String headcountBand,
        Integer headcount,
        BigDecimal turnover,
        Integer turnoverYear,
        String email,
        List<OtherEmail> otherEmails,
        String phone,
        String mobile,
        String fax,
        String website,
        String linkedin,
        String facebook,
        String youtube,
        String x,
        String language,
        String culture,
        String currency,
        MainAddress.View address,
        String salesUnit,
        String owner,
        List<String> companies,
        List<String> agencies,
        Long parent,
        String distributionType,
        String group,
        String listingMode,
        boolean blocked,
        String blockedReason,
        LocalDate blockedUntil,
        String blockedBy,
        Instant blockedAt,
        boolean underWatch,
        String watchReason,
        LocalDate watchUntil,
        String watchedBy,
        Instant watchedAt,
        String paymentTerms,
        String observation,
        List<String> tags,
        Map<String, Object> custom,
        LocalDate closedOn,
        String salesUnitName,
        String ownerName,
        String parentName,
        String diffusion,
        String source,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        int quality,
        int qualityMax)
        implements Serializable {}

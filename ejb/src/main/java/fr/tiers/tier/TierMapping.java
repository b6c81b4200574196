package fr.tiers.tier;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** From a row to what is read, and from what is read to what can be written again. */
public final class TierMapping {

    private TierMapping() {}

    static TierView view(ResultSet row) throws SQLException {
        return new TierView(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("code"),
                row.getString("name"),
                row.getString("trade_name"),
                texts(row.getArray("types")),
                "INDIVIDUAL".equals(row.getString("kind")),
                row.getString("civility"),
                row.getString("last_name"),
                row.getString("first_name"),
                row.getString("status"),
                row.getString("closed_reason"),
                row.getString("siren"),
                row.getString("siret"),
                row.getString("vat_number"),
                row.getString("ape_code"),
                row.getString("ape_label"),
                row.getString("legal_form"),
                row.getObject("headcount", Integer.class),
                row.getBigDecimal("turnover"),
                row.getObject("turnover_year", Integer.class),
                row.getString("email"),
                row.getString("phone"),
                row.getString("mobile"),
                row.getString("website"),
                row.getString("linkedin"),
                row.getString("facebook"),
                row.getString("youtube"),
                row.getString("x"),
                row.getString("language"),
                row.getString("culture"),
                row.getString("currency"),
                MainAddress.View.of(row),
                row.getString("sales_unit_code"),
                row.getString("owner_login"),
                texts(row.getArray("companies")),
                texts(row.getArray("agencies")),
                row.getObject("parent_id", Long.class),
                row.getString("distribution_type"),
                row.getString("tier_group"),
                row.getString("listing_mode"),
                row.getBoolean("blocked"),
                row.getString("blocked_reason"),
                row.getBoolean("under_watch"),
                row.getString("payment_terms"),
                row.getString("observation"),
                row.getObject("closed_on", LocalDate.class),
                row.getString("sales_unit_name"),
                row.getString("owner_name"),
                row.getString("parent_name"),
                row.getString("diffusion"),
                row.getString("source"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                row.getTimestamp("updated_at").toInstant(),
                row.getString("updated_by"));
    }

    /** The record as its form starts out, or as REST's PATCH is applied to. */
    public static TierData toData(TierView view) {
        var data = new TierData();
        data.setName(view.name());
        data.setTradeName(view.tradeName());
        data.setTypes(view.types());
        data.setIndividual(view.individual());
        data.setCivility(view.civility());
        data.setLastName(view.lastName());
        data.setFirstName(view.firstName());
        data.setCode(view.code());
        data.setStatus(view.status());
        data.setClosedReason(view.closedReason());
        data.setSiren(view.siren());
        data.setSiret(view.siret());
        data.setVatNumber(view.vatNumber());
        data.setApeCode(view.apeCode());
        data.setApeLabel(view.apeLabel());
        data.setLegalForm(view.legalForm());
        data.setHeadcount(view.headcount());
        data.setTurnover(view.turnover());
        data.setTurnoverYear(view.turnoverYear());
        data.setEmail(view.email());
        data.setPhone(view.phone());
        data.setMobile(view.mobile());
        data.setWebsite(view.website());
        data.setLinkedin(view.linkedin());
        data.setFacebook(view.facebook());
        data.setYoutube(view.youtube());
        data.setX(view.x());
        data.setLanguage(view.language());
        data.setCulture(view.culture());
        data.setCurrency(view.currency());
        data.setAddress(view.address().toData());
        data.setSalesUnit(view.salesUnit());
        data.setOwner(view.owner());
        data.setCompanies(view.companies());
        data.setAgencies(view.agencies());
        data.setParent(view.parent());
        data.setDistributionType(view.distributionType());
        data.setGroup(view.group());
        data.setListingMode(view.listingMode());
        data.setBlocked(view.blocked());
        data.setBlockedReason(view.blockedReason());
        data.setUnderWatch(view.underWatch());
        data.setPaymentTerms(view.paymentTerms());
        data.setObservation(view.observation());
        return data;
    }

    /** Every field a person may have changed, for the change log. */
    static Map<String, Object> values(TierView view) {
        var values = new LinkedHashMap<String, Object>();
        values.put("code", view.code());
        values.put("name", view.name());
        values.put("tradeName", view.tradeName());
        values.put("types", view.types());
        values.put("individual", view.individual());
        values.put("civility", view.civility());
        values.put("lastName", view.lastName());
        values.put("firstName", view.firstName());
        values.put("status", view.status());
        values.put("closedReason", view.closedReason());
        values.put("siren", view.siren());
        values.put("siret", view.siret());
        values.put("vatNumber", view.vatNumber());
        values.put("apeCode", view.apeCode());
        values.put("apeLabel", view.apeLabel());
        values.put("legalForm", view.legalForm());
        values.put("headcount", view.headcount());
        values.put("turnover", view.turnover());
        values.put("turnoverYear", view.turnoverYear());
        values.put("email", view.email());
        values.put("phone", view.phone());
        values.put("mobile", view.mobile());
        values.put("website", view.website());
        values.put("linkedin", view.linkedin());
        values.put("facebook", view.facebook());
        values.put("youtube", view.youtube());
        values.put("x", view.x());
        values.put("language", view.language());
        values.put("culture", view.culture());
        values.put("currency", view.currency());
        view.address().putInto(values);
        values.put("salesUnit", view.salesUnit());
        values.put("owner", view.owner());
        values.put("companies", view.companies());
        values.put("agencies", view.agencies());
        values.put("parent", view.parent());
        values.put("distributionType", view.distributionType());
        values.put("group", view.group());
        values.put("listingMode", view.listingMode());
        values.put("blocked", view.blocked());
        values.put("blockedReason", view.blockedReason());
        values.put("underWatch", view.underWatch());
        values.put("paymentTerms", view.paymentTerms());
        values.put("observation", view.observation());
        return values;
    }

    /** Every text that was written, by field name; empty ones left out. */
    static Map<String, String> texts(TierData data) {
        var values = new LinkedHashMap<String, String>();
        values.put("name", data.getName());
        values.put("tradeName", data.getTradeName());
        values.put("civility", data.getCivility());
        values.put("lastName", data.getLastName());
        values.put("firstName", data.getFirstName());
        values.put("code", data.getCode());
        values.put("status", data.getStatus());
        values.put("closedReason", data.getClosedReason());
        values.put("siren", data.getSiren());
        values.put("siret", data.getSiret());
        values.put("vatNumber", data.getVatNumber());
        values.put("apeCode", data.getApeCode());
        values.put("apeLabel", data.getApeLabel());
        values.put("legalForm", data.getLegalForm());
        values.put("email", data.getEmail());
        values.put("phone", data.getPhone());
        values.put("mobile", data.getMobile());
        values.put("website", data.getWebsite());
        values.put("linkedin", data.getLinkedin());
        values.put("facebook", data.getFacebook());
        values.put("youtube", data.getYoutube());
        values.put("x", data.getX());
        values.put("language", data.getLanguage());
        values.put("culture", data.getCulture());
        values.put("currency", data.getCurrency());
        values.put("salesUnit", data.getSalesUnit());
        values.put("owner", data.getOwner());
        values.put("distributionType", data.getDistributionType());
        values.put("group", data.getGroup());
        values.put("listingMode", data.getListingMode());
        values.put("blockedReason", data.getBlockedReason());
        values.put("paymentTerms", data.getPaymentTerms());
        values.put("observation", data.getObservation());
        var address = data.getAddress();
        values.put("address.line1", address.getLine1());
        values.put("address.line2", address.getLine2());
        values.put("address.line3", address.getLine3());
        values.put("address.postalCode", address.getPostalCode());
        values.put("address.city", address.getCity());
        values.put("address.country", address.getCountry());
        values.put("address.inseeCode", address.getInseeCode());
        values.values().removeIf(Objects::isNull);
        return values;
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}

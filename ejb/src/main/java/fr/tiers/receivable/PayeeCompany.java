package fr.tiers.receivable;

/**
 * The company that is paid.
 *
 * @param headOffice addresses as typed in, empty when none
 */
record PayeeCompany(String code, String name, String language, String headOffice) {

    /** The ERP named no company and none is set up. */
    static final PayeeCompany UNKNOWN = new PayeeCompany("", "—", "fr", "");
}

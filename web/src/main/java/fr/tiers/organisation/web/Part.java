package fr.tiers.organisation.web;

import java.io.Serializable;

/** A company, an agency, a sales unit or a group while it is edited; which fields count depends on what it is. */
public class Part implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What is edited. */
    public enum Kind {
        COMPANY,
        AGENCY,
        UNIT,
        GROUP
    }

    private final Kind kind;
    private final Long id;
    private final long version;
    private String code;
    private String name;
    private String siren;
    private String currency = "EUR";
    private String language = "fr";
    private String headOfficeEmail;
    private String senderName;
    private String senderEmail;
    private String company;
    private String city;
    private String postalCode;
    private String parent;

    Part(Kind kind, Long id, long version, String code, String name) {
        this.kind = kind;
        this.id = id;
        this.version = version;
        this.code = code;
        this.name = name;
    }

    static Part fresh(Kind kind) {
        return new Part(kind, null, 0, null, null);
    }

    Long id() {
        return id;
    }

    long version() {
        return version;
    }

    public Kind getKind() {
        return kind;
    }

    public boolean isFresh() {
        return id == null;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSiren() {
        return siren;
    }

    public void setSiren(String siren) {
        this.siren = siren;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getHeadOfficeEmail() {
        return headOfficeEmail;
    }

    public void setHeadOfficeEmail(String headOfficeEmail) {
        this.headOfficeEmail = headOfficeEmail;
    }

    public String getSenderName() {
        return senderName;
    }

    public void setSenderName(String senderName) {
        this.senderName = senderName;
    }

    public String getSenderEmail() {
        return senderEmail;
    }

    public void setSenderEmail(String senderEmail) {
        this.senderEmail = senderEmail;
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public String getPostalCode() {
        return postalCode;
    }

    public void setPostalCode(String postalCode) {
        this.postalCode = postalCode;
    }

    public String getParent() {
        return parent;
    }

    public void setParent(String parent) {
        this.parent = parent;
    }
}

package fr.tiers.address.web;

import fr.tiers.address.AddressCommand;
import fr.tiers.address.AddressFieldOwner;
import fr.tiers.address.site.OpeningSlot;
import fr.tiers.address.site.SiteData;
import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.web.FieldForm;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the form of an address holds while it is typed. */
public class AddressForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String label;
    private String line1;
    private String line2;
    private String line3;
    private String postalCode;
    private String city;
    private String country = "FR";
    private String siret;
    private List<String> usages = new ArrayList<>();
    private List<String> defaultFor = new ArrayList<>();
    private Double latitude;
    private Double longitude;
    private LocalDate from;
    private LocalDate to;
    private String phone;
    private String mobile;
    private String fax;
    private String email;
    private String website;
    private String accessCode;
    private String floor;
    private String parking;
    private String safety;
    private String siteContact;
    private List<OpeningSlot> openingHours = List.of();
    private SiteData site = SiteData.NONE;
    private FieldForm custom = new FieldForm(List.of(), Map.of());

    /** Without inputs for custom fields: their values stay. */
    static AddressForm of(AddressCommand command) {
        return of(command, List.of());
    }

    /** @param fields the custom fields of addresses */
    static AddressForm of(AddressCommand command, List<CustomField> fields) {
        var form = new AddressForm();
        form.label = command.label();
        form.line1 = command.line1();
        form.line2 = command.line2();
        form.line3 = command.line3();
        form.postalCode = command.postalCode();
        form.city = command.city();
        form.country = command.country();
        form.siret = command.siret();
        form.usages = new ArrayList<>(command.usages());
        form.defaultFor = new ArrayList<>(command.defaultFor());
        form.latitude = command.latitude();
        form.longitude = command.longitude();
        form.from = command.from();
        form.to = command.to();
        form.phone = command.phone();
        form.mobile = command.mobile();
        form.fax = command.fax();
        form.email = command.email();
        form.website = command.website();
        form.accessCode = command.accessCode();
        form.floor = command.floor();
        form.parking = command.parking();
        form.safety = command.safety();
        form.siteContact = command.siteContact();
        form.openingHours = command.openingHours();
        form.site = command.site();
        form.custom = new FieldForm(fields, command.custom());
        form.refreshCustom();
        return form;
    }

    /** Shows and hides custom fields by the conditions that the save will check. */
    public void refreshCustom() {
        custom.refresh(AddressFieldOwner.facts(toCommand()));
    }

    public FieldForm getCustom() {
        return custom;
    }

    AddressCommand toCommand() {
        return new AddressCommand(
                label,
                line1,
                line2,
                line3,
                postalCode,
                city,
                country,
                siret,
                usages,
                defaultFor,
                latitude,
                longitude,
                from,
                to,
                phone,
                mobile,
                fax,
                email,
                website,
                accessCode,
                floor,
                parking,
                safety,
                siteContact,
                openingHours,
                site,
                custom.values());
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getLine1() {
        return line1;
    }

    public void setLine1(String line1) {
        this.line1 = line1;
    }

    public String getLine2() {
        return line2;
    }

    public void setLine2(String line2) {
        this.line2 = line2;
    }

    public String getLine3() {
        return line3;
    }

    public void setLine3(String line3) {
        this.line3 = line3;
    }

    public String getPostalCode() {
        return postalCode;
    }

    public void setPostalCode(String postalCode) {
        this.postalCode = postalCode;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public String getSiret() {
        return siret;
    }

    public void setSiret(String siret) {
        this.siret = siret;
    }

    public List<String> getUsages() {
        return usages;
    }

    public void setUsages(List<String> usages) {
        this.usages = usages;
    }

    public List<String> getDefaultFor() {
        return defaultFor;
    }

    public void setDefaultFor(List<String> defaultFor) {
        this.defaultFor = defaultFor;
    }

    public Double getLatitude() {
        return latitude;
    }

    public void setLatitude(Double latitude) {
        this.latitude = latitude;
    }

    public Double getLongitude() {
        return longitude;
    }

    public void setLongitude(Double longitude) {
        this.longitude = longitude;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getMobile() {
        return mobile;
    }

    public void setMobile(String mobile) {
        this.mobile = mobile;
    }

    public String getFax() {
        return fax;
    }

    public void setFax(String fax) {
        this.fax = fax;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getWebsite() {
        return website;
    }

    public void setWebsite(String website) {
        this.website = website;
    }

    public String getAccessCode() {
        return accessCode;
    }

    public void setAccessCode(String accessCode) {
        this.accessCode = accessCode;
    }

    public String getFloor() {
        return floor;
    }

    public void setFloor(String floor) {
        this.floor = floor;
    }

    public String getParking() {
        return parking;
    }

    public void setParking(String parking) {
        this.parking = parking;
    }

    public String getSafety() {
        return safety;
    }

    public void setSafety(String safety) {
        this.safety = safety;
    }

    public String getSiteContact() {
        return siteContact;
    }

    public void setSiteContact(String siteContact) {
        this.siteContact = siteContact;
    }

    public void setOpeningHours(List<OpeningSlot> openingHours) {
        this.openingHours = openingHours;
    }

    public void setSite(SiteData site) {
        this.site = site;
    }
}

package fr.tiers.tier;

import java.io.Serializable;

/** An address as it is written. Lines follow AFNOR XP Z10-011: line 1 is the street, 2 and 3 complements. */
public class AddressData implements Serializable {

    private static final long serialVersionUID = 1L;

    private String line1;
    private String line2;
    private String line3;
    private String postalCode;
    private String city;
    private String country = "FR";
    private String inseeCode;
    private Double latitude;
    private Double longitude;

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

    /** ISO 3166-1 alpha-2. */
    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    /** INSEE code of the commune, not the postal code. */
    public String getInseeCode() {
        return inseeCode;
    }

    public void setInseeCode(String inseeCode) {
        this.inseeCode = inseeCode;
    }

    /** WGS 84, degrees. */
    public Double getLatitude() {
        return latitude;
    }

    public void setLatitude(Double latitude) {
        this.latitude = latitude;
    }

    /** WGS 84, degrees. */
    public Double getLongitude() {
        return longitude;
    }

    public void setLongitude(Double longitude) {
        this.longitude = longitude;
    }
}

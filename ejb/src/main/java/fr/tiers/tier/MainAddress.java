package fr.tiers.tier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The main address of a tier; replaced as a whole. Further addresses and sites belong to the address feature. */
@Embeddable
public class MainAddress {

    @Column(name = "address_line1")
    private String line1;

    @Column(name = "address_line2")
    private String line2;

    @Column(name = "address_line3")
    private String line3;

    @Column(name = "postal_code")
    private String postalCode;

    private String city;
    private String country = "FR";

    @Column(name = "insee_code")
    private String inseeCode;

    private Double latitude;
    private Double longitude;

    protected MainAddress() {}

    static MainAddress of(AddressData data) {
        var address = new MainAddress();
        address.line1 = data.getLine1();
        address.line2 = data.getLine2();
        address.line3 = data.getLine3();
        address.postalCode = data.getPostalCode();
        address.city = data.getCity();
        address.country = data.getCountry();
        address.inseeCode = data.getInseeCode();
        address.latitude = data.getLatitude();
        address.longitude = data.getLongitude();
        return address;
    }

    /** The main address as it is read. */
    public record View(
            String line1,
            String line2,
            String line3,
            String postalCode,
            String city,
            String country,
            String inseeCode,
            Double latitude,
            Double longitude)
            implements Serializable {

        static View of(ResultSet row) throws SQLException {
            return new View(
                    row.getString("address_line1"),
                    row.getString("address_line2"),
                    row.getString("address_line3"),
                    row.getString("postal_code"),
                    row.getString("city"),
                    row.getString("country"),
                    row.getString("insee_code"),
                    row.getObject("latitude", Double.class),
                    row.getObject("longitude", Double.class));
        }

        AddressData toData() {
            var data = new AddressData();
            data.setLine1(line1);
            data.setLine2(line2);
            data.setLine3(line3);
            data.setPostalCode(postalCode);
            data.setCity(city);
            data.setCountry(country);
            data.setInseeCode(inseeCode);
            data.setLatitude(latitude);
            data.setLongitude(longitude);
            return data;
        }
    }
}

package fr.tiers.address.web;

import fr.tiers.address.AddressCommand;
import fr.tiers.address.AddressView;
import fr.tiers.address.Addresses;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRecordView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.util.Messages;

/** The further addresses of the tier, and the form for one more. */
@Named("addressesOfTier")
@ViewScoped
public class AddressesOfTier implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Addresses addresses;
    private final TierRecordView record;
    private final Refusals refusals;
    private transient List<AddressView> rows;
    private String label;
    private String line1;
    private String line2;
    private String postalCode;
    private String city;
    private String country = "FR";
    private String siret;
    private List<String> usages = new ArrayList<>();

    protected AddressesOfTier() {
        this(null, null, null);
    }

    @Inject
    public AddressesOfTier(Addresses addresses, TierRecordView record, Refusals refusals) {
        this.addresses = addresses;
        this.record = record;
        this.refusals = refusals;
    }

    public List<AddressView> getRows() {
        if (rows == null) {
            rows = addresses.ofTier(record.getId());
        }
        return rows;
    }

    public List<String> getUsageCodes() {
        return List.of("BILLING", "DELIVERY", "HEAD_OFFICE", "SITE");
    }

    public String add() {
        var command = new AddressCommand(
                label, line1, line2, null, postalCode, city, country, siret, usages, null, null, null, null);
        if (!refusals.guard(() -> addresses.add(record.getId(), command))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("address.added", command.label()));
        return record.openTabUrl("address");
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
}

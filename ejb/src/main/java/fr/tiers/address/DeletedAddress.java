package fr.tiers.address;

import java.io.Serializable;
import java.util.List;

/** An address that was deleted, with what went with it. Made by {@link Addresses#delete} alone, so that nobody grants by restoring. */
public final class DeletedAddress implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AddressView address;
    private final List<Long> viewers;

    DeletedAddress(AddressView address, List<Long> viewers) {
        this.address = address;
        this.viewers = List.copyOf(viewers);
    }

    public AddressView address() {
        return address;
    }

    List<Long> viewers() {
        return viewers;
    }
}

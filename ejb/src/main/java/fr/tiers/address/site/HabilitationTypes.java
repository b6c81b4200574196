package fr.tiers.address.site;

import fr.tiers.codelist.PlainList;
import jakarta.ejb.Stateless;

/** What there is to be allowed to do at a site. */
@Stateless
public class HabilitationTypes extends PlainList {

    public HabilitationTypes() {
        super(
                "habilitation-type",
                "habilitation_type",
                "select 1 from address_habilitation where type_code = :code",
                "select 1 from user_habilitation where type_code = :code");
    }
}

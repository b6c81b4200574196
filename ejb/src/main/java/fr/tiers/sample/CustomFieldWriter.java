package fr.tiers.sample;

import fr.tiers.customfield.FieldJson;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** A few fields that a wholesaler adds for its deliveries and contracts, and what stands in them. */
final class CustomFieldWriter {

    static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI");
    private static final List<String> NOTES = List.of(
            "Quai n° 2, sonner avant d’entrer",
            "Pas de livraison entre 12 h et 14 h",
            "Camion de 19 t au plus",
            "Badge à retirer à l’accueil");

    /** As the administration's page would keep them. */
    private static final List<String> FIELDS = List.of(
            """
            {"code":"deliveryDay","type":"SELECT","labelFr":"Jour de livraison","labelEn":"Delivery day","group":"Livraison",
             "position":10,"filterable":true,"tierTypes":["CUSTOMER"],"options":[{"code":"MON","labelFr":"Lundi","labelEn":"Monday"},
             {"code":"TUE","labelFr":"Mardi","labelEn":"Tuesday"},{"code":"WED","labelFr":"Mercredi","labelEn":"Wednesday"},
             {"code":"THU","labelFr":"Jeudi","labelEn":"Thursday"},{"code":"FRI","labelFr":"Vendredi","labelEn":"Friday"}]}""",
            """
            {"code":"loadingDock","type":"BOOLEAN","labelFr":"Quai de déchargement","labelEn":"Loading dock","group":"Livraison",
             "position":20,"filterable":true,"tierTypes":["CUSTOMER"]}""",
            """
            {"code":"deliveryNote","type":"STRING","labelFr":"Consigne d’accès","labelEn":"How to get in","group":"Livraison",
             "position":30,"width":"FULL","searchable":true,"tierTypes":["CUSTOMER"],
             "visible":{"any":[{"field":"custom.loadingDock","op":"EQ","value":true},
             {"field":"custom.deliveryDay","op":"NOT_EMPTY"}]}}""",
            """
            {"code":"contractEnd","type":"DATE","labelFr":"Fin du contrat cadre","labelEn":"End of framework contract",
             "group":"Contrat","position":40,"filterable":true,"tierTypes":["CUSTOMER"]}""",
            """
            {"code":"yearlyBudget","type":"AMOUNT","labelFr":"Budget annuel estimé","labelEn":"Estimated yearly budget",
             "group":"Contrat","position":50,"filterable":true,"min":0,"tierTypes":["CUSTOMER","PROSPECT"]}""",
            """
            {"code":"satisfaction","type":"RATING","labelFr":"Satisfaction","labelEn":"Satisfaction","group":"Contrat","position":60,
             "filterable":true,"tierTypes":["CUSTOMER"],"helpFr":"Dite par le client à la dernière visite."}""",
            """
            {"code":"managerBirthday","type":"DATE","labelFr":"Anniversaire du dirigeant","labelEn":"Birthday of the manager",
             "position":70,"personal":true,"exportable":false}""");

    private final Handle handle;
    private final LocalDate today;

    CustomFieldWriter(Handle handle, LocalDate today) {
        this.handle = handle;
        this.today = today;
    }

    void write(List<PlacedTier> tiers) {
        for (var field : FIELDS) {
            handle.execute(
                    """
                    insert into custom_field (object, code, type, position, definition)
                    select 'TIER', d ->> 'code', d ->> 'type', (d ->> 'position')::integer, d from (select ?::jsonb as d) given
                    """,
                    field);
        }
        var batch = handle.prepareBatch("update tier set custom = cast(:values as jsonb) where id = :id");
        for (var tier : tiers) {
            var values = values(tier.id(), tier.tier(), today);
            if (!values.isEmpty()) {
                batch.bind("values", FieldJson.write(values))
                        .bind("id", tier.id())
                        .add();
            }
        }
        batch.execute();
    }

    static Map<String, Object> values(long id, SampleTier tier, LocalDate today) {
        var draw = Draw.of("customfield", id);
        var values = new LinkedHashMap<String, Object>();
        if (tier.isCustomer()) {
            values.put("deliveryDay", draw.pick(DAYS));
            boolean dock = draw.chance(35);
            values.put("loadingDock", dock);
            if (dock) {
                values.put("deliveryNote", draw.pick(NOTES));
            }
            if (draw.chance(60)) {
                values.put("satisfaction", draw.between(2, 5));
            }
            if (draw.chance(25)) {
                values.put("contractEnd", today.plusDays(draw.between(-60, 700)).toString());
            }
        }
        boolean prospect = tier.types().contains("PROSPECT");
        if ((tier.isCustomer() || prospect) && draw.chance(50)) {
            values.put("yearlyBudget", Map.of("amount", draw.between(2, 80) * 500, "currency", "EUR"));
        }
        return values;
    }
}

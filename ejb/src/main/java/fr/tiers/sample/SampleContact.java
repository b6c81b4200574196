package fr.tiers.sample;

import java.util.ArrayList;
import java.util.List;

/** A person at a tier; the first of each tier is the main contact. Days count back from today. */
record SampleContact(
        SamplePerson person,
        String role,
        String jobTitle,
        String jobFamily,
        String email,
        String phone,
        int fromDaysAgo,
        Integer toDaysAgo) {

    private record Job(String woman, String man, String family, String role) {
        String title(SamplePerson person) {
            return "MME".equals(person.civility()) ? woman : man;
        }
    }

    private static final List<Job> HEADS = List.of(
            new Job("Gérante", "Gérant", "MANAGEMENT", "Décideur"),
            new Job("Directrice générale", "Directeur général", "MANAGEMENT", "Décideur"),
            new Job("Directrice", "Directeur", "MANAGEMENT", "Décideur"),
            new Job("Responsable des achats", "Responsable des achats", "PURCHASING", "Décideur"));
    private static final List<Job> STAFF = List.of(
            new Job("Acheteuse", "Acheteur", "PURCHASING", "Prescripteur"),
            new Job("Responsable technique", "Responsable technique", "TECHNICAL", "Utilisateur"),
            new Job("Responsable maintenance", "Responsable maintenance", "TECHNICAL", "Utilisateur"),
            new Job("Comptable", "Comptable", "ACCOUNTING", "Facturation"),
            new Job("Responsable comptable", "Responsable comptable", "ACCOUNTING", "Facturation"),
            new Job("Gouvernante générale", "Responsable hygiène", "TECHNICAL", "Prescripteur"),
            new Job("Responsable qualité", "Responsable qualité", "QUALITY", "Prescripteur"),
            new Job("Assistante de direction", "Assistant de direction", "ADMINISTRATION", "Relais"),
            new Job("Cheffe d’équipe propreté", "Chef d’équipe propreté", "TECHNICAL", "Utilisateur"));

    static List<SampleContact> of(SampleTier tier) {
        var draw = Draw.of("contact", tier.index());
        if (!tier.isCompany()) {
            return List.of(new SampleContact(
                    tier.person(), "Décideur", null, null, tier.email(), tier.mobile(), tier.createdDaysAgo(), null));
        }
        int number = 1 + draw.below(tier.headcount() != null && tier.headcount() > 20 ? 4 : 2);
        var contacts = new ArrayList<SampleContact>();
        for (int i = 0; i < number; i++) {
            contacts.add(colleague(tier, draw, i));
        }
        return contacts;
    }

    private static SampleContact colleague(SampleTier tier, Draw draw, int position) {
        var person = SamplePerson.of(draw);
        var job = position == 0 ? draw.pick(HEADS) : draw.pick(STAFF);
        // five numbers per tier keep a colleague's number from being somebody else's
        var phone = draw.chance(60)
                ? Identifiers.mobile(3_000 + tier.index() * 5 + position)
                : Identifiers.phone(tier.commune().region(), 3_000 + tier.index() * 5 + position);
        boolean left = position > 0 && draw.chance(8);
        return new SampleContact(
                person,
                job.role(),
                job.title(person),
                job.family(),
                draw.chance(90) ? person.mailbox() + '@' + tier.domain() : null,
                draw.chance(85) ? phone : null,
                draw.between(400, tier.createdDaysAgo()),
                left ? draw.between(20, 380) : null);
    }
}

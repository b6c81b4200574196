package fr.tiers.sample;

import fr.tiers.kernel.ClockProducer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What the people of the company have to do: each a few tasks, some late, some done, and a queue from which one takes. */
final class TaskWriter {

    private static final List<String> PEOPLE =
            List.of("manager", "sales", "assistant", "accounting", "technician", "admin");
    private static final String QUEUE = "SERVICE-CLIENTS";

    /** @param day by when, from today */
    private record SampleTask(String subject, String state, Integer day, String priority) {}

    private static final List<SampleTask> TASKS = List.of(
            new SampleTask("Envoyer le devis corrigé", "PLANNED", -2, "HIGH"),
            new SampleTask("Rappeler pour la date de livraison", "PLANNED", 0, "URGENT"),
            new SampleTask("Préparer la visite du site", "PLANNED", 3, "NORMAL"),
            new SampleTask("Mettre à jour les contacts", "PLANNED", null, "LOW"),
            new SampleTask("Vérifier les conditions de règlement", "IN_PROGRESS", 1, "NORMAL"),
            new SampleTask("Compléter le dossier d’ouverture", "IN_PROGRESS", 5, "NORMAL"),
            new SampleTask("Envoyer la documentation", "DONE", -4, "NORMAL"));

    private static final List<SampleTask> WAITING = List.of(
            new SampleTask("Répondre à une réclamation", "PLANNED", 0, "HIGH"),
            new SampleTask("Renvoyer une facture", "PLANNED", 2, "NORMAL"),
            new SampleTask("Confirmer un rendez-vous d’entretien", "PLANNED", 4, "NORMAL"));

    private final Handle handle;
    private final LocalDate today;

    TaskWriter(Handle handle, LocalDate today) {
        this.handle = handle;
        this.today = today;
    }

    void write(List<PlacedTier> tiers) {
        var rows = new Rows(
                handle,
                "event",
                "tier_id, type, subject, state, starts_at, due_on, priority, assignee_id, group_id, author, created_at, uid");
        for (var login : PEOPLE) {
            for (int i = 0; i < TASKS.size(); i++) {
                add(rows, tiers, login, TASKS.get(i), PEOPLE.indexOf(login) * TASKS.size() + i);
            }
        }
        for (int i = 0; i < WAITING.size(); i++) {
            add(rows, tiers, null, WAITING.get(i), PEOPLE.size() * TASKS.size() + i);
        }
        rows.write();
    }

    private void add(Rows rows, List<PlacedTier> tiers, String login, SampleTask task, int number) {
        var tier = Draw.of("task", number).pick(tiers);
        var due = task.day() == null ? null : today.plusDays(task.day());
        var start = (due == null ? today : due).atStartOfDay(ClockProducer.ZONE).toInstant();
        rows.add(
                tier.id(),
                "TASK",
                task.subject(),
                task.state(),
                start,
                due,
                task.priority(),
                login == null ? null : Long.valueOf(DemoStructure.user(login).id()),
                login == null ? group() : null,
                login == null ? "manager" : login,
                today.minusDays(6).atStartOfDay(ClockProducer.ZONE).plusHours(9).toInstant(),
                UUID.nameUUIDFromBytes(("task " + number).getBytes(StandardCharsets.UTF_8)));
    }

    private static Long group() {
        return DemoStructure.GROUPS.stream()
                .filter(group -> group.code().equals(QUEUE))
                .findFirst()
                .orElseThrow()
                .id();
    }
}

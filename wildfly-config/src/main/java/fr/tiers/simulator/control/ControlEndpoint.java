package fr.tiers.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.simulator.http.Answer;
import fr.tiers.simulator.http.HttpCall;
import fr.tiers.simulator.http.Json;
import java.io.IOException;

/** {@code /control}: a page for people and JSON for scripts, to break the services on purpose and to count calls. */
public final class ControlEndpoint {

    private final Faults faults;
    private final Counters counters;
    private final Gatekeeper gatekeeper;

    public ControlEndpoint(Faults faults, Counters counters, Gatekeeper gatekeeper) {
        this.faults = faults;
        this.counters = counters;
        this.gatekeeper = gatekeeper;
    }

    public Answer answer(HttpCall call) {
        try {
            boolean post = "POST".equals(call.method());
            return switch (call.path()) {
                case "/" -> Answer.html(302, "").with("Location", "/control");
                case "/control" -> Answer.html(200, ControlPage.render(faults, counters, gatekeeper));
                case "/control/faults" -> Answer.json(200, post ? setFault(Json.read(call.body())) : faultsJson());
                case "/control/limits" -> Answer.json(200, post ? setLimits(Json.read(call.body())) : limitsJson());
                case "/control/counters" -> Answer.json(200, countersJson());
                case "/control/reset" -> post ? Answer.json(200, reset()) : error(405, "POST attendu.");
                default -> error(404, "Ressource non trouvée.");
            };
        } catch (JsonProcessingException e) {
            return error(400, "JSON illisible.");
        } catch (IllegalArgumentException | IOException e) {
            return error(400, "Demande invalide : " + e.getMessage());
        }
    }

    private JsonNode setFault(JsonNode asked) {
        Provider provider = provider(asked);
        FaultKind kind = FaultKind.ofKey(asked.path("kind").asText("none"));
        faults.set(
                provider,
                new Fault(
                        kind,
                        asked.path("latencyMs").asLong(0),
                        asked.path("retryAfter").asInt(kind == FaultKind.HTTP_429 ? 1 : 0),
                        asked.path("times").asInt(Fault.UNTIL_CLEARED)));
        return faultsJson();
    }

    /** Fields that are not sent keep their value; {@code "lift": true} lifts everything first. */
    private JsonNode setLimits(JsonNode asked) {
        Provider provider = provider(asked);
        Limits now = asked.path("lift").asBoolean() ? Limits.NONE : gatekeeper.limits(provider);
        if (asked.path("usual").asBoolean()) {
            now = provider.usualLimits();
        }
        gatekeeper.limit(
                provider,
                new Limits(
                        asked.path("perSecond").asInt(now.perSecond()),
                        asked.path("perMinute").asInt(now.perMinute()),
                        asked.path("perDay").asInt(now.perDay()),
                        asked.path("domainPerDay").asInt(now.domainPerDay()),
                        asked.path("penaltySeconds").asInt(now.penaltySeconds()),
                        asked.path("banAfter").asInt(now.banAfter()),
                        asked.has("apiKey") ? Json.text(asked, "apiKey") : now.apiKey()));
        return limitsJson();
    }

    private JsonNode reset() {
        faults.clear();
        gatekeeper.reset();
        counters.reset();
        return Json.object().put("reset", true);
    }

    private ObjectNode faultsJson() {
        ObjectNode body = Json.object();
        for (Provider provider : Provider.values()) {
            Fault fault = faults.current(provider);
            body.putObject(provider.key())
                    .put("kind", fault.kind().key())
                    .put("latencyMs", fault.latencyMs())
                    .put("retryAfter", fault.retryAfter())
                    .put("times", fault.times());
        }
        return body;
    }

    private ObjectNode limitsJson() {
        ObjectNode body = Json.object();
        for (Provider provider : Provider.values()) {
            Limits limits = gatekeeper.limits(provider);
            body.putObject(provider.key())
                    .put("perSecond", limits.perSecond())
                    .put("perMinute", limits.perMinute())
                    .put("perDay", limits.perDay())
                    .put("domainPerDay", limits.domainPerDay())
                    .put("penaltySeconds", limits.penaltySeconds())
                    .put("banAfter", limits.banAfter())
                    .put("apiKey", limits.apiKey());
        }
        return body;
    }

    private ObjectNode countersJson() {
        ObjectNode body = Json.object();
        for (Provider provider : Provider.values()) {
            ObjectNode counts = body.putObject(provider.key());
            counts.put("requests", counters.requests(provider));
            ObjectNode statuses = counts.putObject("statuses");
            counters.statuses(provider).forEach((status, count) -> statuses.put(String.valueOf(status), count));
            ObjectNode sirens = counts.putObject("sirens");
            counters.sirens(provider).forEach(sirens::put);
            ObjectNode served = counts.putObject("served");
            counters.served(provider).forEach(served::put);
        }
        return body;
    }

    private static Provider provider(JsonNode asked) {
        return Provider.ofKey(asked.path("provider").asText());
    }

    private static Answer error(int status, String message) {
        return Answer.json(status, Json.object().put("erreur", message));
    }
}

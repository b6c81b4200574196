package fr.tiers.simulator.control;

/** The control page: one row per provider, a form to arm a fault, no library. */
final class ControlPage {

    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="fr"><head><meta charset="utf-8"><title>Simulateur des registres</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1d2433}
            table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #cfd6e4;padding:.5rem;text-align:left}
            label{display:block;margin:.6rem 0}input,select,button{font:inherit;padding:.3rem .5rem}
            form{margin-top:1.5rem}p.note{background:#eef3fb;padding:.8rem}
            </style></head><body>
            <h1>Simulateur des registres</h1>
            <p class="note">Les identités enregistrées sont publiques et réelles ; les sociétés dont le SIREN commence par
            999 et les montants non enregistrés sont fictifs.</p>
            <table><thead><tr><th scope="col">Service</th><th scope="col">Panne</th><th scope="col">Latence</th>
            <th scope="col">Limites</th><th scope="col">Appels</th><th scope="col">Réponses par statut</th></tr></thead>
            <tbody>
            """;

    private static final String SCRIPT =
            """
            <script>
            const send = (url, body) => fetch(url, {method: 'POST', headers: {'Content-Type': 'application/json'},
              body: JSON.stringify(body)}).then(() => location.reload());
            document.getElementById('fault').addEventListener('submit', event => {
              event.preventDefault();
              const data = new FormData(event.target);
              send('/control/faults', {provider: data.get('provider'), kind: data.get('kind'),
                latencyMs: Number(data.get('latencyMs')), retryAfter: Number(data.get('retryAfter')),
                times: Number(data.get('times'))});
            });
            document.getElementById('reset').addEventListener('click', () => send('/control/reset', {}));
            document.getElementById('lift').addEventListener('click', () =>
              send('/control/limits', {provider: document.getElementById('provider').value, lift: true}));
            </script></body></html>
            """;

    private ControlPage() {}

    static String render(Faults faults, Counters counters, Gatekeeper gatekeeper) {
        StringBuilder page = new StringBuilder(HEAD);
        for (Provider provider : Provider.values()) {
            Fault fault = faults.current(provider);
            page.append("<tr><th scope=\"row\">").append(provider.prefix()).append("</th>");
            cell(page, fault.kind().label());
            cell(page, fault.latencyMs() + " ms");
            cell(page, limits(gatekeeper.limits(provider)));
            cell(page, String.valueOf(counters.requests(provider)));
            cell(page, counters.statuses(provider).toString());
            page.append("</tr>\n");
        }
        page.append("</tbody></table>\n<form id=\"fault\"><h2>Provoquer une panne</h2><label>Service ")
                .append("<select id=\"provider\" name=\"provider\">");
        for (Provider provider : Provider.values()) {
            option(page, provider.key(), provider.prefix());
        }
        page.append("</select></label><label>Panne <select name=\"kind\">");
        for (FaultKind kind : FaultKind.values()) {
            option(page, kind.key(), kind.label());
        }
        page.append("</select></label>");
        number(page, "latencyMs", "Latence (ms)", "0");
        number(page, "retryAfter", "Retry-After (s)", "1");
        number(page, "times", "Nombre d'appels touchés (-1 : jusqu'à nouvel ordre)", "-1");
        return page.append("<button type=\"submit\">Appliquer</button> ")
                .append("<button type=\"button\" id=\"lift\">Lever les limites du service</button> ")
                .append("<button type=\"button\" id=\"reset\">Tout remettre à zéro</button></form>\n")
                .append(SCRIPT)
                .toString();
    }

    private static String limits(Limits limits) {
        StringBuilder text = new StringBuilder();
        append(text, limits.perSecond(), "/s");
        append(text, limits.perMinute(), "/min");
        append(text, limits.perDay(), "/jour");
        append(text, limits.domainPerDay(), "/jour (domaine)");
        return text.isEmpty() ? "aucune" : text.toString();
    }

    private static void append(StringBuilder text, int limit, String unit) {
        if (limit > 0) {
            text.append(text.isEmpty() ? "" : ", ").append(limit).append(unit);
        }
    }

    private static void cell(StringBuilder page, String text) {
        page.append("<td>").append(text).append("</td>");
    }

    private static void option(StringBuilder page, String value, String label) {
        page.append("<option value=\"")
                .append(value)
                .append("\">")
                .append(label)
                .append("</option>");
    }

    private static void number(StringBuilder page, String name, String label, String value) {
        page.append("<label>")
                .append(label)
                .append(" <input type=\"number\" name=\"")
                .append(name)
                .append("\" value=\"")
                .append(value)
                .append("\"></label>");
    }
}

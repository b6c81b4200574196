package fr.tiers.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The HTML of the mail catcher's page. */
final class MailHtml {

    private static final int SHOWN = 200;

    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="fr"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width">
            <title>%s</title><style>
            :root { color-scheme: light dark }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            table { border-collapse: collapse; width: 100%% } caption { text-align: left; padding-bottom: .5rem }
            th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #8886; vertical-align: top }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem; border: 1px solid #8886; border-radius: .4rem }
            iframe { width: 100%%; height: 32rem; border: 1px solid #8886; border-radius: .4rem; background: #fff }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem } dt { font-weight: 600 } dd { margin: 0 }
            </style></head><body>
            """;

    private MailHtml() {}

    static String list(MailStore store) throws IOException {
        List<String> names = store.names();
        StringBuilder html = new StringBuilder(HEAD.formatted("Courriels interceptés"));
        html.append("<h1>Courriels interceptés</h1><p>Aucun courriel ne quitte cette machine. Fichiers : <code>")
                .append(escape(store.folder().toString()))
                .append("</code></p>");
        if (names.isEmpty()) {
            return html.append("<p>Aucun courriel pour l'instant.</p></body></html>")
                    .toString();
        }
        html.append("<table><caption>")
                .append(
                        names.size() <= SHOWN
                                ? names.size() + " courriel(s)"
                                : "Les " + SHOWN + " derniers de " + names.size())
                .append(
                        "</caption><thead><tr><th scope=\"col\">Objet</th><th scope=\"col\">À</th><th scope=\"col\">De</th>")
                .append("<th scope=\"col\">Reçu (UTC)</th></tr></thead><tbody>");
        for (String name : names.subList(0, Math.min(SHOWN, names.size()))) {
            row(html, name, store.folder().resolve(name));
        }
        return html.append("</tbody></table></body></html>").toString();
    }

    private static void row(StringBuilder html, String name, Path file) {
        String subject = "(illisible)";
        String to = "";
        String from = "";
        try {
            Mail mail = Mail.read(file);
            subject = mail.subject().isBlank() ? "(sans objet)" : mail.subject();
            to = mail.to();
            from = mail.from();
        } catch (IOException e) {
            // still listed: its source can be downloaded
        }
        html.append("<tr><td><a href=\"/").append(name).append("\">").append(escape(subject));
        html.append("</a></td><td>").append(escape(to)).append("</td><td>").append(escape(from));
        html.append("</td><td>").append(received(name)).append("</td></tr>\n");
    }

    private static String received(String name) {
        return "%s-%s-%s %s:%s:%s"
                .formatted(
                        name.substring(0, 4),
                        name.substring(4, 6),
                        name.substring(6, 8),
                        name.substring(9, 11),
                        name.substring(11, 13),
                        name.substring(13, 15));
    }

    static String mail(String name, Mail mail) {
        StringBuilder html = new StringBuilder(HEAD.formatted(escape(mail.subject())));
        html.append("<p><a href=\"/\">Tous les courriels</a> · <a href=\"/")
                .append(name)
                .append("/source\">Télécharger le fichier .eml</a></p><h1>")
                .append(escape(mail.subject().isBlank() ? "(sans objet)" : mail.subject()))
                .append("</h1><dl><dt>De</dt><dd>")
                .append(escape(mail.from()))
                .append("</dd><dt>À</dt><dd>")
                .append(escape(mail.to()))
                .append("</dd><dt>Envoyé</dt><dd>")
                .append(escape(mail.sent()))
                .append("</dd></dl>");
        if (mail.text() != null) {
            html.append("<h2>Texte</h2><pre>").append(escape(mail.text())).append("</pre>");
        }
        if (mail.html() != null) {
            html.append("<h2>HTML</h2><iframe sandbox title=\"Corps HTML du courriel\" src=\"/")
                    .append(name)
                    .append("/html\"></iframe>");
        }
        attachments(html, name, mail.attachments());
        return html.append("</body></html>").toString();
    }

    private static void attachments(StringBuilder html, String name, List<Mail.Attachment> attachments) {
        if (attachments.isEmpty()) {
            return;
        }
        html.append("<h2>Pièces jointes</h2><ul>");
        for (int i = 0; i < attachments.size(); i++) {
            html.append("<li><a href=\"/")
                    .append(name)
                    .append('/')
                    .append(i + 1)
                    .append("\">")
                    .append(escape(attachments.get(i).name()))
                    .append("</a></li>");
        }
        html.append("</ul>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

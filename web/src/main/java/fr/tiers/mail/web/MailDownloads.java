package fr.tiers.mail.web;

import fr.tiers.document.web.Downloads;
import fr.tiers.mail.MailFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Hands out the files of mails, always to be saved and never to be run. */
@ApplicationScoped
public class MailDownloads {

    Response answer(MailFile file) {
        return Downloads.harmless(Response.ok((StreamingOutput) out -> {
                    try (var in = file.content().open()) {
                        in.transferTo(out);
                    }
                }))
                .type(MediaType.valueOf(file.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition(false, file.name()))
                .build();
    }
}

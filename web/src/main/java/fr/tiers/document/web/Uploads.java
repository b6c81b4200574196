package fr.tiers.document.web;

import fr.tiers.document.DocumentCommand;
import fr.tiers.document.Intake;
import fr.tiers.document.Received;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.web.Multipart;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Takes the form of an upload apart: one file and what is said of it. */
@ApplicationScoped
public class Uploads {

    private static final Logger LOG = Logger.getLogger(Uploads.class);
    private static final Set<String> FIELDS = Set.of("name", "category", "description", "published");
    /** Boundaries, names and the other fields. */
    private static final long WRAPPING = 256 * 1024;

    private final Intake intake;

    protected Uploads() {
        this(null);
    }

    @Inject
    public Uploads(Intake intake) {
        this.intake = intake;
    }

    /** What came in; closing it forgets the file. */
    public record Form(Received file, Map<String, String> fields) implements AutoCloseable {

        DocumentCommand command() {
            return new DocumentCommand(
                    fields.get("name"),
                    fields.get("category"),
                    fields.get("description"),
                    Params.bool("published", fields.get("published")));
        }

        /** What makes two uploads the same. */
        public String fingerprint() {
            return file.sha256() + '\n' + file.fileName() + '\n' + fields;
        }

        @Override
        public void close() {
            file.close();
        }
    }

    /** @param described whether the form may say more than the file itself */
    public Form read(HttpHeaders headers, InputStream body, boolean described) {
        var length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > intake.maxSize() + WRAPPING) {
            throw intake.tooLarge();
        }
        var fields = new TreeMap<String, String>();
        Received file = null;
        try {
            var form = Multipart.of(headers.getMediaType(), body);
            for (var part = form.next(); part != null; part = form.next()) {
                if ("file".equals(part.name()) && part.isFile() && file == null) {
                    file = intake.receive(part.fileName(), part.body());
                } else if (described && FIELDS.contains(part.name()) && !part.isFile()) {
                    var text = part.text();
                    if (!text.isBlank()) {
                        fields.put(part.name(), text);
                    }
                } else {
                    throw BusinessException.invalid(part.name(), "unknown-field");
                }
            }
            if (file == null) {
                throw BusinessException.invalid("file", "required");
            }
            return new Form(file, fields);
        } catch (IOException e) {
            forget(file);
            throw broken(e);
        } catch (RuntimeException e) {
            forget(file);
            throw e;
        }
    }

    /** The sender broke off, or the server cut off what is larger than it takes at all. */
    private BusinessException broken(IOException e) {
        if (e.getClass().getSimpleName().startsWith("RequestTooBig")) {
            return intake.tooLarge();
        }
        LOG.debug("An upload broke off", e);
        return new BusinessException(Kind.INVALID, "upload-broken");
    }

    private static void forget(Received file) {
        if (file != null) {
            file.close();
        }
    }
}

package fr.tiers.document.web;

import fr.tiers.document.DocumentContent;
import fr.tiers.document.DocumentFile;
import fr.tiers.document.DocumentTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Hands a file out so that nothing in it can act: no guessing of its type, no script, no form and no origin of ours, and only pictures
 * and PDF to be shown at all.
 */
@ApplicationScoped
public class Downloads {

    static final Set<String> PICTURES = DocumentTarget.PICTURES;
    static final String PDF = "application/pdf";

    private static final String NOTHING_RUNS =
            "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'";
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    private final DocumentContent content;

    protected Downloads() {
        this(null);
    }

    @Inject
    public Downloads(DocumentContent content) {
        this.content = content;
    }

    /** First and last byte. */
    record Span(long first, long last) {

        static final Span OUTSIDE = new Span(-1, -1);

        long length() {
            return last - first + 1;
        }
    }

    static boolean isShown(String mediaType) {
        return PICTURES.contains(mediaType) || PDF.equals(mediaType);
    }

    Response answer(DocumentFile file, boolean inline, String range, String ifRange, Request request) {
        var tag = new EntityTag(file.sha256());
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        // a part of another version would be of no use
        boolean partial = ifRange == null || ifRange.strip().equals('"' + file.sha256() + '"');
        var span = partial ? span(range, file.size()) : null;
        if (span == Span.OUTSIDE) {
            throw new WebApplicationException(416);
        }
        var sent = span == null ? new Span(0, file.size() - 1) : span;
        var response = harmless(Response.status(span == null ? 200 : 206))
                .entity((StreamingOutput) out -> {
                    try (var in = content.open(file, sent.first())) {
                        copy(in, out, sent.length());
                    }
                })
                .type(MediaType.valueOf(file.mediaType()))
                .tag(tag)
                .header(HttpHeaders.CONTENT_LENGTH, sent.length())
                .header("Accept-Ranges", "bytes")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition(inline && isShown(file.mediaType()), file.fileName()));
        if (span != null) {
            response.header("Content-Range", "bytes " + sent.first() + '-' + sent.last() + '/' + file.size());
        }
        return response.build();
    }

    /** Whatever is in it, a browser runs nothing of it and takes it for nothing else than it is said to be. */
    public static Response.ResponseBuilder harmless(Response.ResponseBuilder response) {
        return response.header("Content-Security-Policy", NOTHING_RUNS).header("X-Content-Type-Options", "nosniff");
    }

    private static void copy(java.io.InputStream in, java.io.OutputStream out, long length) throws IOException {
        var buffer = new byte[64 * 1024];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("the content ends early");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    /**
     * @return null when the whole is to be sent: no range, several, or none that can be read (RFC 9110, 14.2); {@link Span#OUTSIDE} for
     *     a part that is not there
     */
    static Span span(String range, long size) {
        var match = range == null ? null : ONE_RANGE.matcher(range.strip());
        if (match == null
                || !match.matches()
                || match.group(1).isEmpty() && match.group(2).isEmpty()) {
            return null;
        }
        long first;
        long last;
        if (match.group(1).isEmpty()) {
            long count = Long.parseLong(match.group(2));
            first = Math.max(0, size - count);
            last = count == 0 ? -1 : size - 1;
        } else {
            first = Long.parseLong(match.group(1));
            last = match.group(2).isEmpty() ? size - 1 : Long.parseLong(match.group(2));
            if (!match.group(2).isEmpty() && last < first) {
                return null;
            }
        }
        if (first >= size || last < 0) {
            return Span.OUTSIDE;
        }
        return new Span(first, Math.min(last, size - 1));
    }

    /** RFC 6266: a name that every reader understands, and the real one (RFC 8187). */
    public static String disposition(boolean inline, String fileName) {
        var plain = java.text.Normalizer.normalize(fileName, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9 ._()-]", "_");
        return (inline ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''"
                + escaped(fileName);
    }

    private static String escaped(String text) {
        var out = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "!#$&+-.^_`|~".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append("%02X".formatted(each & 0xff));
            }
        }
        return out.toString();
    }
}

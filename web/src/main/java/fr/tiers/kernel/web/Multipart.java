package fr.tiers.kernel.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads {@code multipart/form-data} part by part as it comes in, never more of it in memory than a buffer. Parts are read in their order;
 * what was not read of one is passed over when the next is asked for.
 */
public final class Multipart {

    private static final int BUFFER = 64 * 1024;
    private static final int MAX_HEADERS = 8 * 1024;
    private static final int MAX_TEXT = 64 * 1024;
    private static final int MAX_PARTS = 50;
    private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};
    private static final Pattern NAME = parameter("name");
    private static final Pattern FILE_NAME = parameter("filename");

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;
    private boolean atEnd;
    private int parts;
    private PartStream open;

    private Multipart(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // the first boundary stands at the very beginning: give it the line end that all others have
        buffer[0] = '\r';
        buffer[1] = '\n';
        end = 2;
        open = new PartStream();
    }

    /** @throws BusinessException INVALID {@code multipart-malformed} without a boundary */
    public static Multipart of(MediaType type, InputStream in) {
        var boundary = type == null ? null : type.getParameters().get("boundary");
        if (in == null || boundary == null || boundary.isEmpty() || boundary.length() > 200) {
            throw malformed();
        }
        return new Multipart(in, boundary);
    }

    /**
     * One field of the form.
     *
     * @param fileName as the sender has it; null for a plain field
     * @param body may be read once, before the next part
     */
    public record Part(String name, String fileName, InputStream body) {

        public boolean isFile() {
            return fileName != null;
        }

        /** The value of a plain field. */
        public String text() throws IOException {
            var bytes = body.readNBytes(MAX_TEXT + 1);
            if (bytes.length > MAX_TEXT) {
                throw BusinessException.invalid(name, "too-long", MAX_TEXT);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** @return null after the last */
    public Part next() throws IOException {
        open.skipAll();
        var mark = new byte[] {(byte) one(), (byte) one()};
        if (mark[0] == '-' && mark[1] == '-') {
            return null;
        }
        if (mark[0] != '\r' || mark[1] != '\n' || ++parts > MAX_PARTS) {
            throw malformed();
        }
        var headers = headers();
        var disposition = headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                .findFirst()
                .orElseThrow(Multipart::malformed);
        var name = value(NAME, disposition);
        if (name == null) {
            throw malformed();
        }
        open = new PartStream();
        return new Part(name, value(FILE_NAME, disposition), open);
    }

    private String headers() throws IOException {
        var text = new ByteArrayOutputStream();
        int matched = 2; // the line end after the boundary is the first half
        while (matched < END_OF_HEADERS.length) {
            int next = one();
            if (next < 0 || text.size() > MAX_HEADERS) {
                throw malformed();
            }
            text.write(next);
            matched = next == END_OF_HEADERS[matched] ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static Pattern parameter(String name) {
        return Pattern.compile("(?i)[;\\s]" + name + "=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]*))");
    }

    private static String value(Pattern parameter, String header) {
        var match = parameter.matcher(header);
        if (!match.find()) {
            return null;
        }
        // browsers escape a quotation mark as %22, others with a backslash; a backslash before anything else is a path
        // of Windows
        return match.group(1) == null
                ? match.group(2)
                : match.group(1).replace("\\\"", "\"").replace("%22", "\"");
    }

    private int one() throws IOException {
        if (position == end && !fill()) {
            return -1;
        }
        return buffer[position++] & 0xff;
    }

    /** Makes room and reads on; false when nothing more comes. */
    private boolean fill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, end - position);
            end -= position;
            position = 0;
        }
        if (atEnd || end == buffer.length) {
            return false;
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            atEnd = true;
            return false;
        }
        end += read;
        return true;
    }

    /** Where the delimiter begins in the buffer; -1 when it is not there. */
    private int find() {
        for (int i = position; i <= end - delimiter.length; i++) {
            int j = 0;
            while (j < delimiter.length && buffer[i + j] == delimiter[j]) {
                j++;
            }
            if (j == delimiter.length) {
                return i;
            }
        }
        return -1;
    }

    private static BusinessException malformed() {
        return new BusinessException(Kind.INVALID, "multipart-malformed");
    }

    /** What stands between two delimiters. */
    private final class PartStream extends InputStream {

        private boolean done;
        private int safe;

        @Override
        public int read() throws IOException {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (safe == 0 && !done) {
                look();
            }
            if (safe == 0) {
                return -1;
            }
            int count = Math.min(length, safe);
            System.arraycopy(buffer, position, into, offset, count);
            position += count;
            safe -= count;
            return count;
        }

        /** Finds how much may be handed out: all before the delimiter, else all that cannot be its beginning. */
        private void look() throws IOException {
            while (true) {
                int found = find();
                if (found >= 0) {
                    safe = found - position;
                    done = safe == 0;
                    if (done) {
                        position += delimiter.length;
                    }
                    return;
                }
                int certain = end - position - delimiter.length + 1;
                if (certain > 0) {
                    safe = certain;
                    return;
                }
                if (!fill()) {
                    throw malformed(); // the sender stopped in the middle
                }
            }
        }

        void skipAll() throws IOException {
            var nowhere = new byte[8 * 1024];
            while (read(nowhere, 0, nowhere.length) >= 0) {
                // passed over
            }
        }
    }
}

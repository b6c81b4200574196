package fr.tiers.document;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes files in: onto the server's disk first, so that neither memory nor a transaction waits for a slow line, then looks at what they
 * are. What breaks off or is refused leaves nothing.
 */
@ApplicationScoped
public class Intake {

    private static final String USUAL_TYPES =
            "pdf,png,jpg,jpeg,gif,webp,bmp,tif,tiff,heic,svg,doc,docx,dot,dotx,xls,xlsx,xlsm,ppt,pptx,"
                    + "odt,ods,odp,odg,rtf,txt,csv,json,xml,md,eml,msg,ics,vcf,zip,dwg,dxf,mp3,m4a,wav,mp4,mov";
    private static final int PIECE = 64 * 1024;
    private static final long MEBI = 1 << 20;
    private static final String PREFIX = "tiers-upload-";

    private final long maxSize;
    private final List<String> types;
    private final DocumentScanner scanner;
    private final Path folder;

    protected Intake() {
        this(0, "", null);
    }

    /**
     * @param maxSize {@code tiers.document.max-size}: bytes
     * @param types {@code tiers.document.types}: comma list of extensions
     */
    @Inject
    public Intake(
            @ConfigProperty(name = "tiers.document.max-size", defaultValue = "26214400") long maxSize,
            @ConfigProperty(name = "tiers.document.types", defaultValue = USUAL_TYPES) String types,
            DocumentScanner scanner) {
        this(maxSize, types, scanner, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param folder where files wait */
    Intake(long maxSize, String types, DocumentScanner scanner, Path folder) {
        this.maxSize = maxSize;
        this.types = Arrays.stream(types.toLowerCase(Locale.ROOT).split("[,;\\s]+"))
                .map(type -> type.replaceFirst("^\\.", ""))
                .filter(type -> !type.isEmpty())
                .toList();
        this.scanner = scanner;
        this.folder = folder;
    }

    /** The largest file that is taken, in bytes. */
    public long maxSize() {
        return maxSize;
    }

    /** The extensions that are taken. */
    public List<String> types() {
        return types;
    }

    /** What a file that is too large is refused with. */
    public BusinessException tooLarge() {
        return new BusinessException(Kind.TOO_LARGE, "document-too-large", Math.max(1, maxSize / MEBI));
    }

    /**
     * @param given the name as the sender has it
     * @throws BusinessException for a file that is too large, empty, of a kind that is not taken, disguised or infected
     * @throws IOException when the sender breaks off
     */
    public Received receive(String given, InputStream in) throws IOException {
        var name = FileNames.plain(given);
        if (name == null) {
            throw BusinessException.invalid("file", "required");
        }
        if (!types.contains(FileNames.extension(name))) {
            throw new BusinessException(Kind.REFUSED, "document-type-not-allowed", name);
        }
        var place = Files.createTempFile(folder, PREFIX, ".part");
        try {
            return look(place, name, keep(in, place));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(place);
            throw e;
        }
    }

    /** Removes what a server that was killed in the middle of an upload has left on the disk. */
    void forgetOlderThan(Instant moment) throws IOException {
        try (var left = Files.newDirectoryStream(folder, PREFIX + "*.part")) {
            for (var file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private String keep(InputStream in, Path place) throws IOException {
        var digest = sha256();
        long size = 0;
        try (var out = new DigestOutputStream(Files.newOutputStream(place), digest)) {
            var piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                size += read;
                if (size > maxSize) {
                    throw tooLarge();
                }
                out.write(piece, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Received look(Path place, String name, String sha256) throws IOException {
        long size = Files.size(place);
        if (size == 0) {
            throw new BusinessException(Kind.REFUSED, "document-empty", name);
        }
        String type;
        try (var content = new BufferedInputStream(Files.newInputStream(place), PIECE)) {
            var found = FileTypes.of(content, null);
            if (FileTypes.isDisguised(found, name)) {
                throw new BusinessException(Kind.REFUSED, "document-disguised", name, found.toString());
            }
            type = FileTypes.of(content, name).toString();
        }
        try (var content = Files.newInputStream(place)) {
            scanner.requireClean(name, content);
        }
        return new Received(place, name, type, size, sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

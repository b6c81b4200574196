package fr.tiers.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** What a file really is: its first bytes say so, the name only tells relatives apart (a Word file from any other ZIP). */
final class FileTypes {

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    /** Opened in a careless place, these act. Relatives (a Windows driver, say) count as well. */
    private static final Set<String> ACTING = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-executable",
            "application/x-sharedlib",
            "application/x-elf",
            "application/x-object",
            "application/x-mach-o",
            "application/x-mach-o-executable",
            "application/x-ms-installer",
            "application/x-msi",
            "application/x-ms-shortcut",
            "application/java-vm",
            "application/java-archive",
            "application/javascript",
            "text/javascript",
            "application/x-sh",
            "application/x-bat",
            "application/x-csh",
            "text/x-perl",
            "text/x-python",
            "text/x-php",
            "text/vbscript",
            "text/html",
            "application/xhtml+xml",
            "image/svg+xml",
            "application/x-shockwave-flash");

    private FileTypes() {}

    /**
     * @param content must be able to go back to a mark
     * @param name null to look at the content alone
     */
    static MediaType of(InputStream content, String name) throws IOException {
        var metadata = new Metadata();
        if (name != null) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        return TYPES.detect(content, metadata).getBaseType();
    }

    /** Whether the content is of a kind that acts and the name hides it: a program called .pdf, a page with scripts called .png. */
    static boolean isDisguised(MediaType content, String name) {
        if (!isActing(content)) {
            return false;
        }
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try {
            var promised = TYPES.detect(null, metadata).getBaseType();
            return !promised.equals(content) && !isA(promised, content);
        } catch (IOException e) {
            throw new IllegalStateException("nothing was read", e);
        }
    }

    private static boolean isActing(MediaType type) {
        return ACTING.stream().map(MediaType::parse).anyMatch(acting -> isA(type, acting));
    }

    private static boolean isA(MediaType type, MediaType ancestor) {
        var registry = TYPES.getMediaTypeRegistry();
        var canonical = registry.normalize(ancestor);
        return type.equals(canonical) || registry.isSpecializationOf(type, canonical);
    }
}

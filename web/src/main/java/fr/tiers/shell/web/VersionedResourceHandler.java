package fr.tiers.shell.web;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.omnifaces.resourcehandler.DefaultResourceHandler;

/** Puts a checksum of the content into the address of every static file, so that browsers may keep it for a year. */
public class VersionedResourceHandler extends DefaultResourceHandler {

    private final Map<String, String> versions = new ConcurrentHashMap<>();

    public VersionedResourceHandler(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Resource decorateResource(Resource resource) {
        return resource == null ? null : new Versioned(resource);
    }

    private final class Versioned extends ResourceWrapper {

        Versioned(Resource wrapped) {
            super(wrapped);
        }

        @Override
        public String getRequestPath() {
            String path = super.getRequestPath();
            if (path == null || path.matches(".*[?&]v=.*")) {
                return path;
            }
            String version = versions.computeIfAbsent(path, key -> checksum());
            return path + (path.contains("?") ? "&" : "?") + "v=" + version;
        }

        private String checksum() {
            CRC32C checksum = new CRC32C();
            try (InputStream content = getWrapped().getInputStream()) {
                checksum.update(content.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Long.toHexString(checksum.getValue());
        }
    }
}

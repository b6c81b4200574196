package fr.tiers.shell.web;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.omnifaces.resourcehandler.DefaultResourceHandler;

/** Serves the theme of PrimeFaces with our design tokens in the place of its fixed colours. */
public class ThemeResourceHandler extends DefaultResourceHandler {

    private volatile byte[] theme;

    public ThemeResourceHandler(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Resource decorateResource(Resource resource, String name, String library) {
        return "theme.css".equals(name) && "primefaces-saga-blue".equals(library) ? new Themed(resource) : resource;
    }

    private final class Themed extends ResourceWrapper {

        Themed(Resource wrapped) {
            super(wrapped);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            if (theme == null) {
                try (InputStream original = super.getInputStream()) {
                    String css = new String(original.readAllBytes(), StandardCharsets.UTF_8);
                    theme = ThemeColours.load().apply(css).getBytes(StandardCharsets.UTF_8);
                }
            }
            return new ByteArrayInputStream(theme);
        }
    }
}

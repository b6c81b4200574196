package fr.tiers.document.web;

import fr.tiers.codelist.PlainEntry;
import fr.tiers.codelist.web.CodeLabels;
import fr.tiers.document.DocumentCategories;
import fr.tiers.document.Intake;
import fr.tiers.shell.web.Functions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.SALES_MANAGER;

/** Documents in the words and signs of the pages, and what to offer about them. */
@Named("documentWords")
@RequestScoped
public class DocumentWords {

    private static final long KIBI = 1024;
    private static final Set<String> PUBLISHERS = Set.of(ADMINISTRATOR, SALES_MANAGER, ASSISTANT);

    private final CodeLabels<PlainEntry> categories;
    private final Intake intake;
    private final HttpServletRequest request;

    protected DocumentWords() {
        this(null, null, null);
    }

    @Inject
    public DocumentWords(DocumentCategories categories, Intake intake, HttpServletRequest request) {
        this.categories = new CodeLabels<>(categories);
        this.intake = intake;
        this.request = request;
    }

    public List<PlainEntry> getCategories() {
        return categories.all();
    }

    /** Those that may be given, and the present one even if it is not proposed any more. */
    public List<PlainEntry> categoriesWith(String present) {
        return categories.choices(present);
    }

    public String label(PlainEntry category) {
        return CodeLabels.label(category);
    }

    /** The label of a code; nothing for none. */
    public String category(String code) {
        return categories.label(code).orElse("");
    }

    /** As people say it: 640 o, 38 ko, 2,4 Mo. */
    public String size(long bytes) {
        var unit = bytes < KIBI ? "B" : bytes < KIBI * KIBI ? "K" : "M";
        double amount =
                switch (unit) {
                    case "B" -> bytes;
                    case "K" -> Math.rint((double) bytes / KIBI);
                    default -> (double) bytes / KIBI / KIBI;
                };
        var format = NumberFormat.getInstance(locale());
        format.setMaximumFractionDigits(1);
        return Functions.text1("document.size." + unit, format.format(amount));
    }

    public String icon(String mediaType) {
        if (mediaType.startsWith("image/")) {
            return "pi-image";
        }
        if (mediaType.startsWith("video/")) {
            return "pi-video";
        }
        if (Downloads.PDF.equals(mediaType)) {
            return "pi-file-pdf";
        }
        if (mediaType.contains("spreadsheet") || mediaType.contains("excel") || mediaType.equals("text/csv")) {
            return "pi-file-excel";
        }
        if (mediaType.contains("word") || mediaType.contains("opendocument.text") || mediaType.contains("rtf")) {
            return "pi-file-word";
        }
        return mediaType.contains("zip") ? "pi-box" : "pi-file";
    }

    public boolean isPicture(String mediaType) {
        return Downloads.PICTURES.contains(mediaType);
    }

    public boolean isPdf(String mediaType) {
        return Downloads.PDF.equals(mediaType);
    }

    public long getMaxSize() {
        return intake.maxSize();
    }

    /** For the file chooser. */
    public String getAccepted() {
        return intake.types().stream().map(type -> '.' + type).collect(Collectors.joining(","));
    }

    /** Whether the user's role may put documents into the general base. */
    public boolean isPublisher() {
        return PUBLISHERS.stream().anyMatch(request::isUserInRole);
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}

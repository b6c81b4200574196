package fr.tiers.contact;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/** Visiting cards in the form that telephones and mail programs exchange (vCard; written as 3.0, read as 2.1 to 4.0). */
public final class VCards {

    /** In characters; a photo comes with the card. */
    public static final int MAX_CARD = 4_000_000;

    private VCards() {}

    /**
     * What a card says of a person and of where the person works.
     *
     * @param photo as it came, null when the card carries none; an address where one may be had is not followed
     */
    public record Card(PersonCommand person, LinkCommand link, String organisation, byte[] photo) {}

    /**
     * @param photo null for none
     * @return the person with the first current link, as version 3.0, which every program reads
     */
    public static String write(PersonView person, Photo photo) {
        var out = new StringWriter();
        try (var writer = new VObjectWriter(out, SyntaxStyle.NEW)) {
            writer.writeBeginComponent("VCARD");
            writer.writeVersion("3.0");
            var prefix = person.civility() == null ? "" : "MME".equals(person.civility()) ? "Mme" : "M.";
            structured(writer, "N", person.lastName(), person.firstName(), null, prefix, null);
            text(writer, "FN", person.fullName());
            text(writer, "UID", "tiers-contact-" + person.id());
            text(writer, "BDAY", Objects.toString(person.birthday(), null));
            text(writer, "URL", person.linkedin());
            text(writer, "URL", person.facebook());
            text(writer, "URL", person.x());
            for (var link : person.links()) {
                if (link.current()) {
                    writeJob(writer, link);
                    break;
                }
            }
            photo(writer, photo);
            text(writer, "REV", person.updatedAt().toString());
            writer.writeEndComponent("VCARD");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void writeJob(VObjectWriter writer, ContactLinkView link) throws IOException {
        if (link.department() == null) {
            structured(writer, "ORG", link.tierName());
        } else {
            structured(writer, "ORG", link.tierName(), link.department());
        }
        text(writer, "TITLE", link.jobTitle());
        text(writer, "EMAIL", link.email(), "INTERNET", "WORK");
        text(writer, "TEL", link.phone(), "WORK", "VOICE");
        text(writer, "TEL", link.mobile(), "CELL");
    }

    private static void photo(VObjectWriter writer, Photo photo) throws IOException {
        if (photo != null) {
            var parameters = new VObjectParameters();
            parameters.put("ENCODING", "b");
            parameters.put("TYPE", "JPEG");
            var data = Base64.getEncoder().encodeToString(photo.data());
            writer.writeProperty(new VObjectProperty(null, "PHOTO", parameters, data));
        }
    }

    private static void structured(VObjectWriter writer, String name, String... parts) throws IOException {
        List<List<?>> values = new ArrayList<>();
        for (var part : parts) {
            values.add(List.of(part == null ? "" : part));
        }
        writer.writeProperty(name, VObjectPropertyValues.writeStructured(values, true));
    }

    private static void text(VObjectWriter writer, String name, String value, String... types) throws IOException {
        if (value == null) {
            return;
        }
        var parameters = new VObjectParameters();
        for (var type : types) {
            parameters.put("TYPE", type);
        }
        var escaped = VObjectPropertyValues.escape(value).replaceAll("\\r\\n?|\\n", "\\\\n");
        writer.writeProperty(new VObjectProperty(null, name, parameters, escaped));
    }

    /**
     * Reads the first card of a text.
     *
     * @throws BusinessException INVALID {@code vcard-unreadable} for what is no card
     */
    public static Card read(String text) {
        var properties = properties(text);
        var name = structured(properties, "N");
        var lastName = part(name, 0);
        var firstName = part(name, 1);
        if (lastName == null) {
            lastName = value(properties, "FN");
            firstName = null;
        }
        if (lastName == null) {
            throw unreadable();
        }
        var organisation = structured(properties, "ORG");
        var person = new PersonCommand(
                civility(part(name, 3)),
                lastName,
                firstName,
                day(value(properties, "BDAY")),
                null,
                url(properties, "linkedin.com"),
                url(properties, "facebook.com"),
                url(properties, "x.com"),
                value(properties, "NOTE"),
                null,
                null,
                null,
                null);
        var link = new LinkCommand(
                null,
                value(properties, "TITLE"),
                null,
                part(organisation, 1),
                null,
                value(properties, "EMAIL"),
                number(properties, property -> !has(property, "CELL") && !has(property, "FAX")),
                number(properties, property -> has(property, "CELL")),
                null,
                null,
                null,
                null,
                null,
                null);
        return new Card(person, link, part(organisation, 0), photo(value(properties, "PHOTO")));
    }

    private static List<VObjectProperty> properties(String text) {
        var properties = new ArrayList<VObjectProperty>();
        if (text == null || text.length() > MAX_CARD || text.indexOf('\0') >= 0) {
            throw unreadable();
        }
        try (var reader = new VObjectReader(new StringReader(text), SyntaxRules.vcard())) {
            reader.parse(new VObjectDataAdapter() {
                @Override
                public void onProperty(VObjectProperty property, Context context) {
                    if (context.getParentComponents().equals(List.of("VCARD"))) {
                        properties.add(property);
                    }
                }

                @Override
                public void onComponentEnd(String name, Context context) {
                    context.stop();
                }
            });
        } catch (IOException e) {
            throw unreadable();
        }
        return properties;
    }

    private static BusinessException unreadable() {
        return new BusinessException(Kind.INVALID, "vcard-unreadable");
    }

    private static List<List<String>> structured(List<VObjectProperty> properties, String name) {
        return properties.stream()
                .filter(property -> name.equalsIgnoreCase(property.getName()))
                .findFirst()
                .map(property -> VObjectPropertyValues.parseStructured(property.getValue()))
                .orElse(List.of());
    }

    private static String part(List<List<String>> values, int index) {
        return index < values.size() && !values.get(index).isEmpty()
                ? Checks.trim(values.get(index).get(0))
                : null;
    }

    private static String value(List<VObjectProperty> properties, String name) {
        return find(properties, name, property -> true);
    }

    private static String find(List<VObjectProperty> properties, String name, Predicate<VObjectProperty> wanted) {
        return properties.stream()
                .filter(property -> name.equalsIgnoreCase(property.getName()) && wanted.test(property))
                .map(property -> Checks.trim(VObjectPropertyValues.unescape(property.getValue())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String number(List<VObjectProperty> properties, Predicate<VObjectProperty> wanted) {
        var number = find(properties, "TEL", wanted);
        return number == null ? null : number.replaceFirst("(?i)^tel:", "");
    }

    /** Types are parameters of their own, lists, or in version 2.1 bare words. */
    private static boolean has(VObjectProperty property, String type) {
        return property.getParameters().getMap().values().stream()
                .flatMap(List::stream)
                .anyMatch(value ->
                        List.of(value.toUpperCase(Locale.ROOT).split(",")).contains(type));
    }

    private static String url(List<VObjectProperty> properties, String site) {
        return properties.stream()
                .filter(property -> "URL".equalsIgnoreCase(property.getName()))
                .map(property ->
                        VObjectPropertyValues.unescape(property.getValue()).strip())
                .filter(value -> value.matches("(?i)https?://([\\w-]+\\.)*" + site + "(/.*)?"))
                .findFirst()
                .orElse(null);
    }

    private static String civility(String prefix) {
        if (prefix == null) {
            return null;
        }
        var plain = prefix.toLowerCase(Locale.ROOT).replace(".", "");
        if (List.of("mme", "madame", "mrs", "ms", "mlle").contains(plain)) {
            return "MME";
        }
        return List.of("m", "monsieur", "mr").contains(plain) ? "M" : null;
    }

    /** Base64 up to version 3, an address that carries its data in version 4. */
    private static byte[] photo(String value) {
        if (value == null || value.matches("(?is)https?:.*")) {
            return null;
        }
        try {
            var data = Base64.getMimeDecoder().decode(value.replaceFirst("(?i)^data:[\\w/.+-]*;base64,", ""));
            return data.length == 0 ? null : data;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static LocalDate day(String text) {
        try {
            var digits = text == null ? "" : text.replaceFirst("T.*", "").replace("-", "");
            return digits.matches("\\d{8}")
                    ? LocalDate.of(
                            Integer.parseInt(digits.substring(0, 4)),
                            Integer.parseInt(digits.substring(4, 6)),
                            Integer.parseInt(digits.substring(6)))
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}

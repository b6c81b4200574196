package fr.tiers.contact;

import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Records;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is written about a person, wherever he or she works.
 *
 * @param civility M, MME or null
 * @param language fr or en; fr when absent
 * @param active true when absent; false for somebody who has retired, say: no longer a current contact anywhere
 * @param extranetLogin login of the person's own account with the role EXTRANET
 * @param custom values of custom fields by code
 */
public record PersonCommand(
        String civility,
        String lastName,
        String firstName,
        LocalDate birthday,
        String language,
        String linkedin,
        String facebook,
        String x,
        String notes,
        Boolean doNotCall,
        Boolean doNotEmail,
        Boolean active,
        String extranetLogin,
        Map<String, Object> custom) {

    private static final Set<String> CIVILITIES = Set.of("M", "MME");
    private static final Set<String> LANGUAGES = Set.of("fr", "en");
    private static final int EARLIEST = 1900;

    public PersonCommand {
        civility = Checks.trim(civility);
        lastName = Checks.trim(lastName);
        firstName = Checks.trim(firstName);
        language = Checks.trim(language) == null ? "fr" : language.strip();
        linkedin = withScheme(linkedin);
        facebook = withScheme(facebook);
        x = withScheme(x);
        notes = Checks.trim(notes);
        doNotCall = Boolean.TRUE.equals(doNotCall);
        doNotEmail = Boolean.TRUE.equals(doNotEmail);
        active = active == null || active;
        extranetLogin = Checks.trim(extranetLogin);
        // a value may be null: that empties the field
        custom = custom == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(custom));
    }

    /** Without custom fields. */
    public PersonCommand(
            String civility,
            String lastName,
            String firstName,
            LocalDate birthday,
            String language,
            String linkedin,
            String facebook,
            String x,
            String notes,
            Boolean doNotCall,
            Boolean doNotEmail,
            Boolean active,
            String extranetLogin) {
        this(
                civility,
                lastName,
                firstName,
                birthday,
                language,
                linkedin,
                facebook,
                x,
                notes,
                doNotCall,
                doNotEmail,
                active,
                extranetLogin,
                null);
    }

    /** The same with these values of custom fields. */
    public PersonCommand withCustom(Map<String, Object> values) {
        return Records.with(this, "custom", values);
    }

    /** Only the names; everything else as it is by default. */
    public static PersonCommand named(String civility, String lastName, String firstName) {
        return new PersonCommand(
                civility, lastName, firstName, null, null, null, null, null, null, null, null, null, null);
    }

    Checks check(Checks checks, LocalDate today) {
        checks.required("lastName", lastName)
                .oneOf("civility", civility, CIVILITIES)
                .text("lastName", lastName)
                .text("firstName", firstName)
                .oneOf("language", language, LANGUAGES)
                .text("notes", notes, Checks.MAX_LONG_TEXT)
                .text("extranetLogin", extranetLogin);
        if (birthday != null) {
            checks.holds(birthday.getYear() >= EARLIEST, "birthday", "out-of-range", EARLIEST, today.getYear())
                    .holds(!birthday.isAfter(today), "birthday", "in-future");
        }
        url(checks, "linkedin", linkedin);
        url(checks, "facebook", facebook);
        url(checks, "x", x);
        return checks;
    }

    private static void url(Checks checks, String field, String value) {
        checks.text(field, value).holds(value == null || isWeb(value), field, "url-shape");
    }

    private static boolean isWeb(String value) {
        try {
            var uri = new URI(value);
            return uri.getHost() != null && value.matches("(?i)https?:.*");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String withScheme(String value) {
        var trimmed = Checks.trim(value);
        return trimmed == null || trimmed.matches("(?i)[a-z][a-z0-9+.-]*:.*") ? trimmed : "https://" + trimmed;
    }
}

package fr.tiers.duplicate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Phones, mail addresses and domains in the one form in which they are compared. */
final class ContactPoints {

    /** Domains that say nothing about who uses them: mail providers, networks, builders of web sites. */
    static final List<String> SHARED = List.of(
            "gmail.com",
            "googlemail.com",
            "google.com",
            "orange.fr",
            "wanadoo.fr",
            "free.fr",
            "sfr.fr",
            "neuf.fr",
            "bbox.fr",
            "laposte.net",
            "hotmail.com",
            "hotmail.fr",
            "outlook.com",
            "outlook.fr",
            "live.com",
            "live.fr",
            "msn.com",
            "yahoo.com",
            "yahoo.fr",
            "ymail.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "aol.com",
            "gmx.com",
            "gmx.fr",
            "protonmail.com",
            "proton.me",
            "numericable.fr",
            "club-internet.fr",
            "aliceadsl.fr",
            "cegetel.net",
            "9online.fr",
            "libertysurf.fr",
            "nordnet.fr",
            "facebook.com",
            "linkedin.com",
            "instagram.com",
            "x.com",
            "youtube.com",
            "pagesjaunes.fr",
            "linktr.ee",
            "wixsite.com",
            "wordpress.com",
            "jimdo.com",
            "blogspot.com");

    private static final Pattern HOST = Pattern.compile("^(?:[a-z]+://)?(?:[^/@]*@)?([^/:?#]+)");
    private static final Pattern REGISTERED =
            Pattern.compile("([^.]+\\.(?:(?:co|com|gouv|asso|org|ac|net|nom)\\.[a-z]{2}|[a-z]{2,}))$");

    private ContactPoints() {}

    /** @return in E.164; null for what cannot be dialled from abroad. A number without a country is a French one */
    static String phone(String text) {
        if (text == null) {
            return null;
        }
        // "(0)" is what is not dialled after a country's code
        var main = text.replace("(0)", "").replaceAll("(?i)\\s*(#|x|poste).*$", "");
        var digits = main.replaceAll("\\D", "");
        boolean international = main.strip().startsWith("+");
        if (!international && digits.startsWith("00")) {
            digits = digits.substring(2);
            international = true;
        }
        if (international) {
            return digits.length() >= 8 && digits.length() <= 15 ? "+" + digits : null;
        }
        return digits.matches("0[1-9]\\d{8}") ? "+33" + digits.substring(1) : null;
    }

    static String email(String text) {
        return text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
    }

    /** @return what somebody has registered, of a web or mail address; null for what many share */
    static String domain(String address) {
        if (address == null) {
            return null;
        }
        var host = HOST.matcher(address.strip().toLowerCase(Locale.ROOT));
        if (!host.find()) {
            return null;
        }
        var registered = REGISTERED.matcher(host.group(1));
        return registered.find() && !SHARED.contains(registered.group(1)) ? registered.group(1) : null;
    }
}

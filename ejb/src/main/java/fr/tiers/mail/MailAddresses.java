package fr.tiers.mail;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lists of addresses as people type them into a setting or a form. */
public final class MailAddresses {

    private static final Pattern SHAPE = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");

    private MailAddresses() {}

    /** @return the addresses, separated by comma, semicolon or space; empty for null or blank */
    public static List<String> parse(String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split("[,;\\s]+"))
                        .filter(address -> !address.isEmpty())
                        .distinct()
                        .toList();
    }

    /** Whether it looks like an address; whether somebody reads it only a mail can tell. */
    public static boolean isAddress(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** @return what follows the @, also of {@code Name <name@domain>} */
    static String domain(String address) {
        var at = address.lastIndexOf('@');
        return address.substring(at + 1).replace(">", "").strip();
    }
}

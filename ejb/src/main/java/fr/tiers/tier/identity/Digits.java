package fr.tiers.tier.identity;

/** What people type around the characters of an official number, and the check sum most of these numbers carry. */
final class Digits {

    private Digits() {}

    /** Removes blanks of every kind (also the no-break ones that come with copied text), dots, dashes and slashes. */
    static String compact(String text) {
        if (text == null) {
            return "";
        }
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.FORMAT
                        && ".-/_".indexOf(c) < 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** True for ASCII digits only: {@link Character#isDigit} would let Arabic-Indic ones through. */
    static boolean all(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Luhn's check: every second digit from the right doubled, digit sum divisible by 10. */
    static boolean luhn(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    static int sum(String digits) {
        return digits.chars().map(c -> c - '0').sum();
    }
}

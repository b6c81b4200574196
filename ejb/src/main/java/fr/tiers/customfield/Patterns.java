package fr.tiers.customfield;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of administrators. One that would search for ever gives up instead: it matches nothing then. */
final class Patterns {

    static final int MAX_LENGTH = 200;
    private static final int MAX_STEPS = 200_000;

    private Patterns() {}

    static boolean isPattern(String text) {
        try {
            Pattern.compile(text);
            return text.length() <= MAX_LENGTH;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    static boolean matches(String pattern, String value) {
        try {
            return Pattern.compile(pattern)
                    .matcher(new Counted(value, new int[1]))
                    .matches();
        } catch (TooLong | StackOverflowError e) {
            return false;
        }
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("", null, false, false);
        }
    }

    /** Counts how often it is looked at. */
    private record Counted(CharSequence text, int[] steps) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (++steps[0] > MAX_STEPS) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}

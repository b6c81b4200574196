package fr.tiers.document;

import java.util.Locale;
import java.util.function.Predicate;

/** What files are called: without paths, with their own extension, and each name once. */
final class FileNames {

    private static final int MAX_NAMES = 1_000;

    private FileNames() {}

    /** @return the last part of a path as any system writes it, without controls and marks that turn text around; null when nothing is left */
    static String plain(String given) {
        if (given == null) {
            return null;
        }
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}:*?\"<>|]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        if (clean.isEmpty() || clean.chars().allMatch(c -> c == '.')) {
            return null;
        }
        if (clean.length() <= DocumentCommand.MAX_NAME) {
            return clean;
        }
        var extension = extension(clean);
        var room = DocumentCommand.MAX_NAME - extension.length() - 1;
        return clean.substring(0, room).strip() + '.' + extension;
    }

    /** @return lower case, without the dot; empty when there is none */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        var extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return extension.matches("[a-z0-9]{1,10}") ? extension : "";
    }

    /** The document's name with the extension of the file: a new name never makes another kind of file of it. */
    static String forDownload(String documentName, String fileName) {
        var name = plain(documentName);
        var extension = extension(fileName);
        if (name == null) {
            return fileName;
        }
        return extension.isEmpty() || extension(name).equals(extension) ? name : name + '.' + extension;
    }

    /** @return the name itself, or with the first number that makes it free: {@code Plan (2).pdf} */
    static String free(String name, Predicate<String> taken) {
        if (!taken.test(name)) {
            return name;
        }
        var extension = extension(name);
        var base = extension.isEmpty() ? name : name.substring(0, name.length() - extension.length() - 1);
        for (int number = 2; number < MAX_NAMES; number++) {
            var suffix = " (" + number + ')' + (extension.isEmpty() ? "" : '.' + extension);
            var room = Math.min(base.length(), DocumentCommand.MAX_NAME - suffix.length());
            var candidate = base.substring(0, room) + suffix;
            if (!taken.test(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("a thousand documents of one name: " + name);
    }
}

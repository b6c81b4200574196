package fr.tiers.codelist.web;

import fr.tiers.codelist.CodeEntry;
import fr.tiers.codelist.CodeList;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;

/** A list as the pages of a request need it: in the user's language, read once. */
public final class CodeLabels<T extends CodeEntry> {

    private final CodeList<T> list;
    private List<T> all;

    public CodeLabels(CodeList<T> list) {
        this.list = list;
    }

    public List<T> all() {
        if (all == null) {
            all = list.all();
        }
        return all;
    }

    /** @param present stays although it is offered no more; null for none */
    public List<T> choices(String present) {
        return all().stream()
                .filter(entry -> entry.active() || entry.code().equals(present))
                .toList();
    }

    public Optional<String> label(String code) {
        return all().stream()
                .filter(entry -> entry.code().equals(code))
                .map(CodeLabels::label)
                .findFirst();
    }

    public static String label(CodeEntry entry) {
        return entry.label(Faces.getLocale().getLanguage());
    }
}

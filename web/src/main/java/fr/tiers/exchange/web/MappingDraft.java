package fr.tiers.exchange.web;

import fr.tiers.exchange.ImportSettings;
import fr.tiers.exchange.ImportSettings.Blank;
import fr.tiers.exchange.ImportSettings.Mode;
import fr.tiers.exchange.ImportView;
import fr.tiers.exchange.file.FileFormat;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What is said of a file, while it is edited. */
public class MappingDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<ColumnDraft> columns = new ArrayList<>();
    private final FileFormat.Kind kind;
    private ArrayList<String> keys;
    private Mode mode;
    private Blank blank;
    private String type;
    private String encoding;
    private String separator;
    private String sheet;

    MappingDraft(ImportView view, ImportSettings settings) {
        for (int i = 0; i < settings.columns().size(); i++) {
            columns.add(new ColumnDraft(settings.columns().get(i), i, view.sample()));
        }
        kind = settings.format().kind();
        keys = new ArrayList<>(settings.keys());
        mode = settings.mode();
        blank = settings.blank();
        type = settings.types().stream().findFirst().orElse(null);
        encoding = settings.format().encoding();
        separator = settings.format().separator();
        sheet = settings.format().sheet();
    }

    /** A key whose column was given up is none any more. */
    ImportSettings settings() {
        var fields = getFields();
        return new ImportSettings(
                new FileFormat(kind, encoding, separator, sheet),
                columns.stream().map(ColumnDraft::mapping).toList(),
                keys.stream().filter(fields::contains).toList(),
                mode,
                blank,
                type == null ? List.of() : List.of(type));
    }

    /** The fields that some column gives. */
    List<String> getFields() {
        return columns.stream()
                .map(ColumnDraft::getField)
                .filter(field -> field != null && !field.isEmpty())
                .toList();
    }

    public int getTaken() {
        return getFields().size();
    }

    public List<ColumnDraft> getColumns() {
        return columns;
    }

    public boolean isCsv() {
        return kind == FileFormat.Kind.CSV;
    }

    public List<String> getKeys() {
        return keys;
    }

    public void setKeys(List<String> keys) {
        this.keys = new ArrayList<>(keys);
    }

    public Mode getMode() {
        return mode;
    }

    public void setMode(Mode mode) {
        this.mode = mode;
    }

    public Blank getBlank() {
        return blank;
    }

    public void setBlank(Blank blank) {
        this.blank = blank;
    }

    /** Of new tiers; one is enough for most files. */
    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getEncoding() {
        return encoding;
    }

    public void setEncoding(String encoding) {
        this.encoding = encoding;
    }

    public String getSeparator() {
        return separator;
    }

    public void setSeparator(String separator) {
        this.separator = separator;
    }

    public String getSheet() {
        return sheet;
    }

    public void setSheet(String sheet) {
        this.sheet = sheet;
    }
}

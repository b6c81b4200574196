package fr.tiers.happening.web;

import fr.tiers.happening.HappeningCode;
import fr.tiers.happening.HappeningView;
import fr.tiers.happening.Happenings;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** Which happenings are written among the events of the tier; a tick counts at once. */
@Named("happeningPage")
@ViewScoped
public class HappeningPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Happenings happenings;
    private final Refusals refusals;
    private transient List<Row> rows;

    protected HappeningPage() {
        this(null, null);
    }

    @Inject
    public HappeningPage(Happenings happenings, Refusals refusals) {
        this.happenings = happenings;
        this.refusals = refusals;
    }

    /** One code with its switch as Faces writes it. */
    public static final class Row {

        private final HappeningView view;
        private final String label;
        private boolean on;

        Row(HappeningView view, String label) {
            this.view = view;
            this.label = label;
            this.on = view.writesEvent();
        }

        public HappeningView getView() {
            return view;
        }

        public String getLabel() {
            return label;
        }

        public boolean isOn() {
            return on;
        }

        public void setOn(boolean on) {
            this.on = on;
        }
    }

    public List<String> getGroups() {
        return Stream.of(HappeningCode.Group.values()).map(Enum::name).toList();
    }

    public List<Row> rows(String group) {
        if (rows == null) {
            var language = Functions.language();
            rows = happenings.all().stream()
                    .map(view ->
                            new Row(view, HappeningCode.valueOf(view.code()).label(language)))
                    .toList();
        }
        return rows.stream().filter(row -> row.getView().group().equals(group)).toList();
    }

    public void save(Row row) {
        refusals.guard(
                () -> happenings.change(row.getView().code(), row.getView().version(), row.isOn()));
        rows = null;
    }
}

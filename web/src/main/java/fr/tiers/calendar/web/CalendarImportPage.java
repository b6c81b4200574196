package fr.tiers.calendar.web;

import fr.tiers.calendar.CalendarImports;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Messages;

/** Brings a calendar from elsewhere into the own agenda: looked at first, then taken. */
@Named("calendarImport")
@ViewScoped
public class CalendarImportPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final CalendarImports imports;
    private final Refusals refusals;
    private String name;
    private String content;
    private CalendarImports.Outcome preview;

    protected CalendarImportPage() {
        this(null, null);
    }

    @Inject
    public CalendarImportPage(CalendarImports imports, Refusals refusals) {
        this.imports = imports;
        this.refusals = refusals;
    }

    public List<CalendarImports.Calendar> getRows() {
        return imports.mine();
    }

    public void look() {
        preview = null;
        refusals.guard(() -> preview = imports.preview(name, content));
    }

    public void bring() {
        refusals.guard(() -> {
            var done = imports.bring(name, content);
            Messages.addGlobalInfo(Functions.text2("calendar.import.done", done.added(), done.updated()));
            leave();
        });
    }

    /** Back to the form as it was at first. */
    public void leave() {
        name = null;
        content = null;
        preview = null;
    }

    /** Back to the form, with what was given. */
    public void back() {
        preview = null;
    }

    public void forget(long id) {
        if (refusals.guard(() -> imports.forget(id))) {
            Messages.addGlobalInfo(Functions.text("calendar.import.forgotten"));
        }
    }

    public CalendarImports.Outcome getPreview() {
        return preview;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }
}

package fr.tiers.organisation.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.organisation.SettingService;
import fr.tiers.organisation.SettingView;
import fr.tiers.organisation.Structure;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.util.Messages;

/** The functional settings: each saves itself when it is changed. */
@Named("settingPage")
@ViewScoped
public class SettingPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final SettingService settings;
    private final Structure structure;
    private final Refusals refusals;
    private ArrayList<Entry> entries;

    protected SettingPage() {
        this(null, null, null);
    }

    @Inject
    public SettingPage(SettingService settings, Structure structure, Refusals refusals) {
        this.settings = settings;
        this.structure = structure;
        this.refusals = refusals;
    }

    /** One setting as the page edits it. */
    public static class Entry implements Serializable {

        private static final long serialVersionUID = 1L;

        private SettingView setting;
        private String value;

        Entry(SettingView setting) {
            take(setting);
        }

        private void take(SettingView current) {
            setting = current;
            value = current.value();
        }

        public SettingView getSetting() {
            return setting;
        }

        public String getValue() {
            return value;
        }

        public void setValue(String value) {
            this.value = value;
        }

        public boolean isOn() {
            return Boolean.parseBoolean(value);
        }

        public void setOn(boolean on) {
            value = String.valueOf(on);
        }

        public String[] getCodes() {
            return value.isEmpty() ? new String[0] : value.split(",");
        }

        public void setCodes(String[] codes) {
            value = String.join(",", codes);
        }
    }

    public List<Entry> getEntries() {
        if (entries == null) {
            entries = new ArrayList<>(settings.all().stream().map(Entry::new).toList());
        }
        return entries;
    }

    public List<Structure.GroupRow> getGroups() {
        return structure.groups();
    }

    public void save(Entry entry) {
        var before = entry.getSetting();
        if (refusals.guard(() -> entry.take(settings.change(before.code(), before.version(), entry.getValue())))) {
            Messages.addGlobalInfo(
                    Functions.text1("organisation.settings.saved", Functions.text("setting." + before.code())));
        } else {
            entry.take(settings.get(before.code()));
        }
    }
}

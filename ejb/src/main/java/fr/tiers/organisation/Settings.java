package fr.tiers.organisation;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is set, read anew each time: a change counts at once, on every node. */
@ApplicationScoped
public class Settings {

    private final Db db;
    private final Instance<SettingSource> sources;

    protected Settings() {
        this(null, null);
    }

    @Inject
    public Settings(Db db, @Any Instance<SettingSource> sources) {
        this.db = db;
        this.sources = sources;
    }

    /** @return whether a FLAG is on */
    public boolean flag(Setting setting) {
        return Boolean.parseBoolean(text(setting));
    }

    /** @return the codes of GROUPS; empty means no restriction */
    public List<String> codes(Setting setting) {
        return Setting.codes(text(setting));
    }

    /** @return the value as it is kept, or the default */
    public String text(Setting setting) {
        return db.steady(List.of("setting", setting.code()), handle -> handle.createQuery(
                                "select value from setting where code = :code")
                        .bind("code", setting.code())
                        .mapTo(String.class)
                        .findOne())
                .orElse(setting.byDefault());
    }

    /** Every setting there is, by code. */
    List<Setting> all() {
        return sources.stream()
                .flatMap(source -> source.settings().stream())
                .sorted(Comparator.comparing(Setting::code))
                .toList();
    }

    Optional<Setting> find(String code) {
        return all().stream().filter(setting -> setting.code().equals(code)).findFirst();
    }
}

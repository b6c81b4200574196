package fr.tiers.launcher;

import fr.tiers.admin.TokenKeys;
import fr.tiers.simulator.RegistrySimulator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of a local start: what an administrator would write into {@code tiers.properties}. */
final class LocalSettings {

    private LocalSettings() {}

    static Map<String, String> of(
            EmbeddedDatabase database, MailCatcher mails, TokenKeys keys, RegistrySimulator registries) {
        Map<String, String> settings = new HashMap<>();
        settings.put("tiers.local", "true"); // the application fills an empty database with demonstration data
        settings.put("tiers.db.url", database.url());
        settings.put("tiers.db.user", EmbeddedDatabase.NAME);
        settings.put("tiers.db.password", EmbeddedDatabase.NAME);
        settings.put("tiers.smtp.host", "localhost");
        settings.put("tiers.smtp.port", Integer.toString(mails.smtpPort()));
        settings.put("tiers.mail.from", "tiers@localhost");
        settings.put("tiers.token.public-key", keys.publicKey());
        settings.put("tiers.token.private-key-file", keys.privateKeyFile().toString());
        String registry = "http://localhost:" + registries.port();
        settings.put("tiers.provider.search.url", registry + "/recherche");
        settings.put("tiers.provider.infogreffe.url", registry + "/infogreffe/api/explore/v2.1");
        settings.put("tiers.provider.insee.url", registry + "/insee/api-sirene/3.11");
        settings.put("tiers.provider.geocoding.url", registry + "/geopf/geocodage");
        settings.put("wildfly.elytron.realm.TiersJdbcRealm.brute-force.max-failed-attempts", "5");
        settings.put("wildfly.elytron.realm.TiersJdbcRealm.brute-force.lockout-interval", "1");
        return settings;
    }

    /** Each {@code -Dtiers.*} given to Maven wins over our own. */
    static Map<String, String> given() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("tiers.") || name.startsWith("wildfly."))
                .collect(Collectors.toMap(name -> name, System::getProperty));
    }

    /** {@code -Dtiers.jvm="-Xmx4g -Xlog:gc"}: further options of the server's Java. */
    static List<String> jvmOptions() {
        return Arrays.stream(System.getProperty("tiers.jvm", "").trim().split("\\s+"))
                .filter(option -> !option.isEmpty())
                .toList();
    }
}

package fr.tiers.simulator.recherche;

import fr.tiers.simulator.data.Nomenclatures;
import fr.tiers.simulator.http.HttpCall;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads and checks the parameters of {@code /search} and {@code /near_point}; limits and French texts are those of the
 * service's own validator (repository annuaire-entreprises-data-gouv-fr/search-api).
 */
final class Parameters {

    static final List<String> INCLUDABLE =
            List.of("siege", "complements", "dirigeants", "finances", "matching_etablissements", "tva", "score");

    private static final Pattern POSTCODE = Pattern.compile("^((0[1-9])|([1-8][0-9])|(9[0-8])|(2A)|(2B))[0-9]{3}$");
    private static final Pattern COMMUNE = Pattern.compile("^([013-9]\\d|2[AB1-9])\\d{3}$");
    private static final List<String> TRAITS = List.of(
            "convention_collective_renseignee",
            "egapro_renseignee",
            "est_achats_responsables",
            "est_alim_confiance",
            "est_association",
            "est_bio",
            "est_collectivite_territoriale",
            "est_entrepreneur_individuel",
            "est_entrepreneur_spectacle",
            "est_ess",
            "est_finess",
            "est_organisme_formation",
            "est_patrimoine_vivant",
            "est_qualiopi",
            "est_rge",
            "est_siae",
            "est_administration",
            "est_service_public",
            "est_societe_mission",
            "est_uai");
    private static final List<String> FILTERS = List.of(
            "activite_principale",
            "section_activite_principale",
            "categorie_entreprise",
            "nature_juridique",
            "tranche_effectif_salarie",
            "etat_administratif",
            "code_postal",
            "code_commune",
            "departement",
            "region",
            "epci",
            "ca_min",
            "ca_max",
            "resultat_net_min",
            "resultat_net_max",
            "nom_personne",
            "prenoms_personne",
            "date_naissance_personne_min",
            "date_naissance_personne_max",
            "type_personne",
            "code_collectivite_territoriale",
            "id_convention_collective",
            "id_finess",
            "id_uai",
            "id_rge");

    private final HttpCall call;
    private final Nomenclatures nomenclatures;

    Parameters(HttpCall call, Nomenclatures nomenclatures) {
        this.call = call;
        this.nomenclatures = nomenclatures;
    }

    Query search() {
        Page page = page();
        Query query = query(page, Optional.empty());
        boolean filtered = FILTERS.stream().anyMatch(name -> call.filled(name).isPresent())
                || TRAITS.stream().anyMatch(name -> call.filled(name).isPresent());
        if (query.terms().isEmpty() && !filtered) {
            throw new BadParameter("Veuillez indiquer au moins un paramètre de recherche.");
        }
        if (!query.terms().isEmpty() && query.terms().length() < 3 && !filtered) {
            throw new BadParameter(
                    "3 caractères minimum pour les termes de la requête (ou utilisez au moins un filtre)");
        }
        return query;
    }

    Query nearPoint() {
        Optional<Double> latitude = decimal("lat");
        Optional<Double> longitude = decimal("long");
        if (latitude.isEmpty() || longitude.isEmpty()) {
            throw new BadParameter("Les paramètres 'lat' et 'long' sont obligatoires pour une recherche géographique.");
        }
        if (Math.abs(latitude.get()) > 90) {
            throw new BadParameter("Veuillez indiquer une latitude entre -90° et 90°.");
        }
        if (Math.abs(longitude.get()) > 180) {
            throw new BadParameter("Veuillez indiquer une longitude entre -180° et 180°.");
        }
        double radius = decimal("radius").orElse(5.0);
        if (radius < 0.001 || radius > 50) {
            throw new BadParameter("Veuillez indiquer un paramètre `radius` entre `0.001` et `50`, par défaut `5`.");
        }
        return query(page(), Optional.of(new Query.Circle(latitude.get(), longitude.get(), radius)));
    }

    private Query query(Page page, Optional<Query.Circle> circle) {
        Map<String, Boolean> traits = new LinkedHashMap<>();
        TRAITS.forEach(name -> flag(name).ifPresent(value -> traits.put(name, value)));
        boolean minimal = flag("minimal").orElse(false);
        Optional<List<String>> include = call.filled("include").map(Parameters::list);
        include.ifPresent(fields -> checkInclude(fields, minimal));
        dates();
        return new Query(
                circle.isPresent() ? "" : call.filled("q").orElse(""),
                coded("activite_principale", nomenclatures.naf().keySet()),
                coded("section_activite_principale", nomenclatures.sections().keySet()),
                coded("categorie_entreprise", Set.of("PME", "ETI", "GE")),
                coded("nature_juridique", nomenclatures.legalForms().keySet()),
                coded("tranche_effectif_salarie", nomenclatures.headcountBands().keySet()),
                state(),
                patterned("code_postal", POSTCODE),
                patterned("code_commune", COMMUNE),
                coded("departement", nomenclatures.departments().keySet()),
                coded("region", nomenclatures.regions().keySet()),
                call.filled("epci").map(Parameters::list).orElse(List.of()),
                whole("ca_min"),
                whole("ca_max"),
                whole("resultat_net_min"),
                whole("resultat_net_max"),
                (call.filled("nom_personne").orElse("") + " "
                                + call.filled("prenoms_personne").orElse(""))
                        .trim(),
                traits,
                circle,
                page,
                minimal,
                include.orElse(List.of()));
    }

    private Page page() {
        int page = number("page", 1, 1, 1_000);
        int perPage = number("per_page", 10, 1, 25);
        int establishments = number("limite_matching_etablissements", 10, 1, 100);
        if (page * perPage > 10_000) {
            throw new BadParameter(
                    "Le nombre total de résultats est restreint à 10 000. Pour garantir cela, le produit du"
                            + " numéro de page (par défaut, page = 1) et du nombre de résultats par page (par défaut, per_page ="
                            + " 10), c'est-à-dire `page * per_page`, ne doit pas excéder 10 000.");
        }
        return new Page(page, perPage, establishments);
    }

    /** Position in the results. */
    record Page(int number, int size, int establishments) {}

    private int number(String name, int usual, int min, int max) {
        String text = call.filled(name).orElse(null);
        if (text == null) {
            return usual;
        }
        int value;
        try {
            value = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadParameter("Veuillez indiquer un paramètre `" + name + "` entier.");
        }
        if (value < min || value > max) {
            throw new BadParameter("Veuillez indiquer un paramètre `" + name + "` entre `" + min + "` et `" + max
                    + "`, par défaut `" + usual + "`.");
        }
        return value;
    }

    private Optional<Long> whole(String name) {
        return call.filled(name).map(text -> {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new BadParameter("Veuillez indiquer un paramètre `" + name + "` entier.");
            }
        });
    }

    private Optional<Double> decimal(String name) {
        return call.filled(name).map(text -> {
            try {
                double value = Double.parseDouble(text);
                if (Double.isNaN(value)) {
                    throw new NumberFormatException();
                }
                return value;
            } catch (NumberFormatException e) {
                throw new BadParameter("Veuillez indiquer un paramètre `" + name + "` flottant.");
            }
        });
    }

    private Optional<Boolean> flag(String name) {
        return call.filled(name).map(text -> {
            if (!"true".equalsIgnoreCase(text) && !"false".equalsIgnoreCase(text)) {
                throw new BadParameter(name + " doit prendre la valeur 'true' ou 'false' !");
            }
            return "true".equalsIgnoreCase(text);
        });
    }

    private Optional<String> state() {
        return call.filled("etat_administratif").map(text -> {
            String state = text.toUpperCase(Locale.ROOT);
            if (!List.of("A", "C").contains(state)) {
                throw new BadParameter(
                        "Le paramètre `etat_administratif` doit prendre une des valeurs suivantes ['A', 'C'].");
            }
            return state;
        });
    }

    private List<String> coded(String name, Collection<String> valid) {
        List<String> values = call.filled(name).map(Parameters::list).orElse(List.of());
        if (!valid.containsAll(values)) {
            String listed = new TreeSet<>(valid)
                    .stream().map(code -> "'" + code + "'").collect(Collectors.joining(", ", "[", "]"));
            throw new BadParameter(
                    "Au moins un paramètre `" + name + "` est non valide. Les valeurs valides : " + listed + ".");
        }
        return values;
    }

    private List<String> patterned(String name, Pattern pattern) {
        List<String> values = call.filled(name).map(Parameters::list).orElse(List.of());
        if (!values.stream().allMatch(value -> pattern.matcher(value).matches())) {
            throw new BadParameter("Au moins une valeur du paramètre " + name + " est non valide.");
        }
        return values;
    }

    private void dates() {
        for (String name : List.of("date_naissance_personne_min", "date_naissance_personne_max")) {
            call.filled(name).ifPresent(text -> {
                try {
                    LocalDate.parse(text);
                } catch (DateTimeException e) {
                    throw new BadParameter(
                            "Veuillez indiquer une date sous le format : aaaa-mm-jj. Exemple : '1990-01-02'");
                }
            });
        }
    }

    private static void checkInclude(List<String> fields, boolean minimal) {
        List<String> asked =
                fields.stream().map(field -> field.toLowerCase(Locale.ROOT)).toList();
        if (!INCLUDABLE.containsAll(asked)) {
            throw new BadParameter("Au moins un champ à inclure est non valide. Les champs valides : "
                    + INCLUDABLE.stream().map(field -> "'" + field + "'").collect(Collectors.joining(", ", "[", "]"))
                    + ".");
        }
        if (!minimal) {
            throw new BadParameter("Veuillez indiquer si vous souhaitez une réponse minimale avec le filtre"
                    + " `minimal=True`` avant de préciser les champs à inclure.");
        }
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(value -> value.trim().toUpperCase(Locale.ROOT))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}

package fr.tiers.tier.web;

import fr.tiers.organisation.AssignableUsers;
import fr.tiers.organisation.Organisation;
import fr.tiers.organisation.Users;
import fr.tiers.shell.web.Colours;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierType;
import fr.tiers.tier.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words behind the codes of a tier, and what there is to choose from; read once per request. */
@Named("tierLabels")
@RequestScoped
public class TierLabels {

    private static final TierType UNKNOWN =
            new TierType("", 0, "NONE", "", "", "grey", "pi-circle", 0, false, false, List.of());

    private final Wording wording;
    private final Organisation organisation;
    private final AssignableUsers assignable;
    private Wording.Words words;
    private Map<String, TierType> types;
    private Map<String, String> owners;
    private List<Choice> salesUnits;
    private List<Choice> agencies;
    private List<Choice> companies;

    protected TierLabels() {
        this(null, null, null);
    }

    @Inject
    public TierLabels(Wording wording, Organisation organisation, AssignableUsers assignable) {
        this.wording = wording;
        this.organisation = organisation;
        this.assignable = assignable;
    }

    /** Something to choose in a list; depth indents a tree. */
    public record Choice(String code, String label, int depth) {

        /** As an option of a native select, which knows no other indentation. */
        public String indented() {
            return "\u2003".repeat(depth) + label;
        }
    }

    /** Types that may be given today. */
    public List<TierType> getActiveTypes() {
        return types().values().stream()
                .filter(TierType::active)
                .sorted(Comparator.comparingInt(TierType::position))
                .toList();
    }

    /** What the tier may be, including inactive types that it already has. */
    public List<TierType> typesFor(List<String> present) {
        return types().values().stream()
                .filter(type -> type.active() || present.contains(type.code()))
                .sorted(Comparator.comparingInt(TierType::position))
                .toList();
    }

    public String typeLabel(String code) {
        var type = types().get(code);
        return type == null ? code : type.label(language());
    }

    public String typeIcon(String code) {
        return types().getOrDefault(code, UNKNOWN).icon();
    }

    public String typePill(String code) {
        return Colours.pill(types().getOrDefault(code, UNKNOWN).colour());
    }

    public String typeLabels(List<String> codes) {
        return codes.stream().map(this::typeLabel).collect(Collectors.joining(", "));
    }

    /** The name behind a login; the login itself for somebody who has left, or a job. */
    public String person(String login) {
        if (owners == null) {
            owners = words().people().stream().collect(Collectors.toMap(Users.Name::login, Users.Name::displayName));
        }
        return owners.getOrDefault(login, login);
    }

    public List<Choice> getOwners() {
        return words().people().stream()
                .map(name -> new Choice(name.login(), name.displayName(), 0))
                .toList();
    }

    /** Those who may own tiers today, and the present owner even if he or she has left. */
    public List<Choice> ownersWith(String present) {
        var assignableOwners = assignable.names().stream()
                .map(name -> new Choice(name.login(), name.displayName(), 0))
                .toList();
        return with(assignableOwners, present, this::person);
    }

    public List<Choice> currenciesWith(String present) {
        Function<String, String> name =
                code -> code + " · " + Currency.getInstance(code).getDisplayName(locale());
        var usual = Stream.of("EUR", "CHF", "GBP", "USD", "CAD", "MAD", "XOF", "XPF")
                .map(code -> new Choice(code, name.apply(code), 0))
                .toList();
        return with(usual, present, name);
    }

    /** Language and country: how dates and amounts are written to the tier. */
    public List<Choice> culturesWith(String present) {
        Function<String, String> name = tag -> Locale.forLanguageTag(tag).getDisplayName(locale());
        var usual = Stream.of("fr-FR", "fr-BE", "fr-CH", "fr-LU", "fr-CA", "en-GB", "en-US", "de-DE", "es-ES", "it-IT")
                .map(tag -> new Choice(tag, name.apply(tag), 0))
                .toList();
        return with(usual, present, name);
    }

    private static List<Choice> with(List<Choice> usual, String present, Function<String, String> name) {
        if (present == null || usual.stream().anyMatch(choice -> choice.code().equals(present))) {
            return usual;
        }
        return Stream.concat(usual.stream(), Stream.of(new Choice(present, name.apply(present), 0)))
                .toList();
    }

    public List<Choice> getSalesUnits() {
        if (salesUnits == null) {
            salesUnits = organisation.salesUnits().stream()
                    .map(unit -> new Choice(unit.code(), unit.name(), unit.depth()))
                    .toList();
        }
        return salesUnits;
    }

    public List<Choice> getAgencies() {
        if (agencies == null) {
            agencies = organisation.agencies().stream()
                    .map(agency -> new Choice(agency.code(), agency.name(), 0))
                    .toList();
        }
        return agencies;
    }

    public List<Choice> getCompanies() {
        if (companies == null) {
            companies = organisation.companies().stream()
                    .map(company -> new Choice(company.code(), company.name(), 0))
                    .toList();
        }
        return companies;
    }

    public String salesUnit(String code) {
        return label(getSalesUnits(), code);
    }

    public String agency(String code) {
        return label(getAgencies(), code);
    }

    public String agencies(List<String> codes) {
        return codes.stream().map(this::agency).collect(Collectors.joining(", "));
    }

    public String companies(List<String> codes) {
        return codes.stream().map(code -> label(getCompanies(), code)).collect(Collectors.joining(", "));
    }

    public String country(String code) {
        return code == null ? "" : new Locale.Builder().setRegion(code).build().getDisplayCountry(locale());
    }

    /** The neighbours first, then all by name. */
    public List<Choice> getCountries() {
        Function<String, Choice> choice = code -> new Choice(code, country(code), 0);
        var near = List.of("FR", "BE", "CH", "LU", "DE", "ES", "IT", "GB");
        var others = Stream.of(Locale.getISOCountries())
                .filter(code -> !near.contains(code))
                .map(choice)
                .sorted(Comparator.comparing(Choice::label, java.text.Collator.getInstance(locale())));
        return Stream.concat(near.stream().map(choice), others).toList();
    }

    /** A field's value as the change log and a conflict keep it, in the words of the screens. */
    public String value(String field, String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return switch (field == null ? "" : field) {
            case "types" -> typeLabels(codes(text));
            case "agencies" -> agencies(codes(text));
            case "companies" -> companies(codes(text));
            case "salesUnit" -> salesUnit(text);
            case "owner" -> person(text);
            case "address.country" -> country(text);
            case "siren", "siret" -> Functions.siren(text);
            case "kind", "headcountBand" -> Functions.text("tier." + field + '.' + text);
            case "phone", "mobile", "fax" -> Functions.phone(text);
            case "individual", "blocked", "underWatch", "confidential" -> Functions.text(
                    "true".equals(text) ? "tier.yes" : "tier.no");
            case "turnover", "capital", "headcount" -> Functions.number(new BigDecimal(text));
            case "foundedOn", "blockedUntil", "watchUntil" -> Functions.date(LocalDate.parse(text));
            case "observation" -> Functions.plain(text);
            case "status" -> Functions.text("tier.status." + text);
            case "listingMode" -> Functions.text("tier.listingMode." + text);
            case "language" -> Functions.text("tier.language." + text);
            case "civility" -> Functions.text("tier.civility." + text);
            default -> text;
        };
    }

    private static List<String> codes(String list) {
        return Stream.of(list.replaceAll("[\\[\\]]", "").split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static String label(List<Choice> choices, String code) {
        return choices.stream()
                .filter(choice -> choice.code().equals(code))
                .map(Choice::label)
                .findFirst()
                .orElse(code);
    }

    private Map<String, TierType> types() {
        if (types == null) {
            types = words().types().stream().collect(Collectors.toMap(TierType::code, Function.identity()));
        }
        return types;
    }

    private Wording.Words words() {
        if (words == null) {
            words = wording.read();
        }
        return words;
    }

    private static String language() {
        return locale().getLanguage();
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}

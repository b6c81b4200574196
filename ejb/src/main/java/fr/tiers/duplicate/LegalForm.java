package fr.tiers.duplicate;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Legal forms as they stand around names. Those of one kind of company are one: a SASU is a SAS with a single partner. */
enum LegalForm {
    SARL(
            "societe a responsabilite limitee",
            "entreprise unipersonnelle a responsabilite limitee",
            "sarl",
            "eurl",
            "sarlu"),
    SAS("societe par actions simplifiee unipersonnelle", "societe par actions simplifiee", "sas", "sasu"),
    SCI("societe civile immobiliere", "sci"),
    SNC("societe en nom collectif", "snc"),
    SCOP("scop", "societe cooperative et participative"),
    SELARL("selarl", "selarlu"),
    SELAS("selas", "selasu"),
    SCP("scp"),
    SCM("scm"),
    SCEA("scea"),
    EARL("earl"),
    GAEC("gaec"),
    GIE("gie"),
    SEM("sem"),
    SPL("spl"),
    SCA("sca"),
    SA("societe anonyme", "sa"),
    SOLE("entreprise individuelle", "entrepreneur individuel", "eirl", "ei"),
    ASSOCIATION("association", "asso"),
    GMBH("gmbh"),
    LTD("limited", "ltd"),
    INC("inc"),
    BV("bv"),
    SPA("spa"),
    AG("ag");

    /** A few words before a name that say nothing at all. */
    static final Set<String> TITLES = Set.of("ste", "societe", "ets", "etablissement", "etablissements", "maison");

    private final List<List<String>> writings;

    LegalForm(String... writings) {
        this.writings =
                Stream.of(writings).map(each -> List.of(each.split(" "))).toList();
    }

    List<List<String>> writings() {
        return writings;
    }
}

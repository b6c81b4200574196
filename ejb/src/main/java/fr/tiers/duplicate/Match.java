package fr.tiers.duplicate;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What two tiers have in common, and how likely that makes them one. A match is a warning: nothing is ever merged because of it.
 *
 * @param score 0 to 100
 * @param reasons strongest first; empty when nothing is common
 * @param probable whether it belongs in the inbox without anybody having asked
 */
record Match(int score, List<Reason> reasons, List<Caution> cautions, boolean probable) {

    private static final double SAME_STREET = 0.4;
    private static final int LIKELY = 50;
    private static final int SURE = 80;
    /** "Guillemot" of "Boulangerie Guillemot". */
    private static final double PART_OF_THE_NAME = 0.5;

    static Match of(Party a, Party b) {
        double closeness = a.closeness(b);
        var reasons = reasons(a, b, closeness >= Closeness.CLOSE, closeness);
        var cautions = cautions(a, b);
        int score = score(reasons, cautions, sameStreet(a, b));
        return new Match(
                score,
                List.copyOf(reasons),
                List.copyOf(cautions),
                probable(a, b, score, reasons, cautions, closeness));
    }

    private static EnumSet<Reason> reasons(Party a, Party b, boolean close, double closeness) {
        var reasons = EnumSet.noneOf(Reason.class);
        if (same(a.siret(), b.siret())) {
            reasons.add(Reason.SAME_SIRET);
        } else if (same(a.siren(), b.siren())) {
            reasons.add(Reason.SAME_SIREN);
        }
        if (same(a.vatNumber(), b.vatNumber())) {
            reasons.add(Reason.SAME_VAT_NUMBER);
        }
        if (common(a.emails(), b.emails())) {
            reasons.add(Reason.SAME_EMAIL);
        }
        if (common(a.phones(), b.phones())) {
            reasons.add(Reason.SAME_PHONE);
        }
        if (close && common(a.domains(), b.domains())) {
            reasons.add(Reason.SAME_DOMAIN_AND_CLOSE_NAME);
        } else if (same(a.site(), b.site())) {
            reasons.add(Reason.SAME_WEBSITE);
        }
        if (close && same(a.postalCode(), b.postalCode())) {
            reasons.add(Reason.CLOSE_NAME_AND_POSTAL_CODE);
        } else if (closeness == 1) {
            reasons.add(Reason.SAME_NAME);
        }
        return reasons;
    }

    private static EnumSet<Caution> cautions(Party a, Party b) {
        var cautions = EnumSet.noneOf(Caution.class);
        if (same(a.siren(), b.siren()) && differ(a.siret(), b.siret())) {
            cautions.add(Caution.OTHER_ESTABLISHMENT);
        }
        if (differ(a.siren(), b.siren())) {
            cautions.add(Caution.OTHER_SIREN);
        }
        if (a.legalForm() != null && b.legalForm() != null && a.legalForm() != b.legalForm()) {
            cautions.add(Caution.OTHER_LEGAL_FORM);
        }
        if (differ(a.street(), b.street())
                && !a.street().isEmpty()
                && !b.street().isEmpty()) {
            cautions.add(Caution.OTHER_STREET);
        }
        return cautions;
    }

    /** Each further reason takes its part of the doubt that is left; what cannot be independent counts once. */
    private static int score(Set<Reason> reasons, Set<Caution> cautions, boolean sameStreet) {
        if (reasons.contains(Reason.SAME_SIRET)) {
            return Reason.SAME_SIRET.score();
        }
        if (reasons.isEmpty()) {
            return 0;
        }
        double doubt = 1;
        for (var reason : reasons) {
            doubt *= isImplied(reason, reasons) ? 1 : 1 - reason.score() / 100d;
        }
        boolean named = reasons.contains(Reason.CLOSE_NAME_AND_POSTAL_CODE);
        double score = 1 - (named && sameStreet ? doubt * (1 - SAME_STREET) : doubt);
        if (!reasons.contains(Reason.SAME_SIREN)) {
            score *= cautions.contains(Caution.OTHER_SIREN) ? 0.5 : 1;
            score *= cautions.contains(Caution.OTHER_LEGAL_FORM) ? 0.7 : 1;
            score *= named && cautions.contains(Caution.OTHER_STREET) ? 0.8 : 1;
        }
        return (int) Math.min(99, Math.round(score * 100));
    }

    /** The VAT number contains the SIREN, the mail address the domain. */
    private static boolean isImplied(Reason reason, Set<Reason> reasons) {
        return switch (reason) {
            case SAME_VAT_NUMBER -> reasons.contains(Reason.SAME_SIREN);
            case SAME_DOMAIN_AND_CLOSE_NAME, SAME_WEBSITE -> reasons.contains(Reason.SAME_EMAIL);
            default -> false;
        };
    }

    /**
     * Shared mailboxes and switchboards, branches, sister companies and homonyms are told while somebody types; into the inbox comes what
     * has the name as well, and nothing that a number contradicts.
     */
    private static boolean probable(
            Party a, Party b, int score, Set<Reason> reasons, Set<Caution> cautions, double closeness) {
        if (cautions.contains(Caution.OTHER_ESTABLISHMENT) || cautions.contains(Caution.OTHER_SIREN)) {
            return false;
        }
        if (reasons.contains(Reason.SAME_SIRET)) {
            return true;
        }
        // a record with a SIREN alone would tie all establishments of the company together
        boolean company = reasons.contains(Reason.SAME_SIREN) || reasons.contains(Reason.SAME_VAT_NUMBER);
        boolean elsewhere = differ(a.postalCode(), b.postalCode());
        boolean reached = reasons.contains(Reason.SAME_EMAIL) || reasons.contains(Reason.SAME_PHONE);
        boolean branch = elsewhere && (company || !reached);
        boolean named = closeness >= Closeness.CLOSE || score >= SURE && closeness >= PART_OF_THE_NAME;
        return score >= (cautions.contains(Caution.OTHER_LEGAL_FORM) ? SURE : LIKELY) && named && !branch;
    }

    private static boolean sameStreet(Party a, Party b) {
        return !a.street().isEmpty() && a.street().equals(b.street());
    }

    private static boolean same(String a, String b) {
        return a != null && a.equals(b);
    }

    private static boolean differ(String a, String b) {
        return a != null && b != null && !Objects.equals(a, b);
    }

    private static boolean common(Set<String> a, Set<String> b) {
        return !Collections.disjoint(a, b);
    }
}

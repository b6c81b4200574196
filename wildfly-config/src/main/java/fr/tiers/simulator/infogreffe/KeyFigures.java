package fr.tiers.simulator.infogreffe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.simulator.data.Dice;
import fr.tiers.simulator.data.Identifiers;
import fr.tiers.simulator.data.UnitFacts;
import fr.tiers.simulator.http.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Accounts of a company over the years: invented, but always the same for the same SIREN, and the same in every yearly
 * dataset. Only amounts that a recorded answer contains are real.
 */
public final class KeyFigures {

    /** Years a {@code chiffres-cles-*} dataset exists for. */
    public static final int FIRST_DATASET = 2022;

    public static final int LAST_DATASET = 2024;

    private static final Map<String, Integer> TYPICAL_STAFF = Map.ofEntries(
            Map.entry("NN", 0),
            Map.entry("00", 0),
            Map.entry("01", 2),
            Map.entry("02", 4),
            Map.entry("03", 7),
            Map.entry("11", 14),
            Map.entry("12", 32),
            Map.entry("21", 70),
            Map.entry("22", 140),
            Map.entry("31", 220),
            Map.entry("32", 340),
            Map.entry("41", 700),
            Map.entry("42", 1_400),
            Map.entry("51", 3_200),
            Map.entry("52", 7_000),
            Map.entry("53", 22_000));

    /** What a company lets the public see. */
    public enum Profile {
        PUBLISHED,
        /** Deposited with a declaration of confidentiality: years and dates, no amount. */
        CONFIDENTIAL,
        /** Confidential for the latest year only. */
        CONFIDENTIAL_LATELY,
        /** The result is public, the turnover is not. */
        RESULT_ONLY,
        /** Deposited up to {@link #FIRST_DATASET} and never since. */
        OLD_ONLY,
        /** In no dataset at all: not in the trade register, or no accounts deposited. */
        ABSENT
    }

    /** Accounts known from a recorded answer. */
    public record Published(int year, Long turnover, Long result) {}

    /**
     * One fiscal year; amounts in euros, {@code null} when not published.
     *
     * @param millesime year the accounts are filed under
     * @param duration months
     */
    public record FiscalYear(
            int millesime, LocalDate closing, int duration, Long turnover, Long result, Integer staff) {}

    private final String siren;
    private final Dice dice;
    private final Profile profile;
    private final Integer typicalStaff;
    private final int firstYear;
    private final Optional<Published> published;

    private KeyFigures(
            String siren, Profile profile, Integer typicalStaff, int firstYear, Optional<Published> published) {
        this.siren = siren;
        this.dice = Dice.of(siren);
        this.profile = profile;
        this.typicalStaff = typicalStaff;
        this.firstYear = firstYear;
        this.published = published;
    }

    /** Figures of a company nothing else is known of; absent when the SIREN is not well formed. */
    public static KeyFigures of(String siren) {
        Profile profile = Identifiers.isSiren(siren) ? drawn(Dice.of(siren)) : Profile.ABSENT;
        return new KeyFigures(siren, profile, null, 1990, Optional.empty());
    }

    /** Figures in keeping with what the other services say of the company. */
    public static KeyFigures of(UnitFacts facts, Optional<Published> published) {
        Profile profile = drawn(Dice.of(facts.siren()));
        if (!Identifiers.isSiren(facts.siren()) || !inTradeRegister(facts.legalForm())) {
            profile = Profile.ABSENT;
        } else if (published.isPresent()) {
            profile = Profile.PUBLISHED;
        }
        Integer staff = facts.headcountBand() == null ? null : TYPICAL_STAFF.get(facts.headcountBand());
        return new KeyFigures(facts.siren(), profile, staff, 1990, published);
    }

    public Profile profile() {
        return profile;
    }

    /** The fiscal years a dataset shows, newest first: none, one or three. */
    public List<FiscalYear> in(int dataset) {
        List<FiscalYear> years = new ArrayList<>();
        if (dataset < FIRST_DATASET || dataset > lastDeposit()) {
            return years;
        }
        int slots = dice.chance(12, "one year only") ? 1 : 3;
        for (int millesime = dataset; millesime > dataset - slots && millesime >= firstYear; millesime--) {
            years.add(year(millesime));
        }
        return years;
    }

    /** Newest year deposited; 0 when there is none. */
    public int lastDeposit() {
        return switch (profile) {
            case ABSENT -> 0;
            case OLD_ONLY -> FIRST_DATASET;
            default -> published.isEmpty() && dice.chance(12, "late") ? LAST_DATASET - 1 : LAST_DATASET;
        };
    }

    /**
     * The same accounts as Recherche d'entreprises shows them, {@code null} when there is nothing to show. Its key is the
     * closing year when the year closes from July on, else the year before.
     */
    public ObjectNode asFinances() {
        if (profile == Profile.ABSENT || profile == Profile.CONFIDENTIAL) {
            return null;
        }
        FiscalYear latest = year(lastDeposit());
        if (latest.turnover() == null && latest.result() == null) {
            return null;
        }
        int key = latest.closing().getMonthValue() >= 7
                ? latest.closing().getYear()
                : latest.closing().getYear() - 1;
        ObjectNode finances = Json.object();
        ObjectNode amounts = finances.putObject(String.valueOf(key));
        amounts.put("ca", latest.turnover());
        amounts.put("resultat_net", latest.result());
        return finances;
    }

    private FiscalYear year(int millesime) {
        LocalDate closing = closing(millesime);
        int duration = millesime == lastDeposit() && dice.chance(4, "long year") ? 18 : 12;
        boolean hidden =
                profile == Profile.CONFIDENTIAL || profile == Profile.CONFIDENTIAL_LATELY && millesime == lastDeposit();
        if (hidden) {
            return new FiscalYear(millesime, closing, duration, null, null, null);
        }
        int staff = staff(millesime);
        long turnover = turnover(millesime) * duration / 12;
        long result = result(millesime, turnover);
        if (published.isPresent() && published.get().year() == millesime) {
            turnover = published.get().turnover();
            result = published.get().result() == null ? result : published.get().result();
        }
        boolean staffUnknown = dice.chance(25, "staff unknown" + millesime);
        return new FiscalYear(
                millesime,
                closing,
                duration,
                profile == Profile.RESULT_ONLY ? null : (Long) turnover,
                result,
                staffUnknown ? null : (Integer) staff);
    }

    private LocalDate closing(int millesime) {
        // recorded accounts are keyed by the rule above, which only a December closing turns into the same year
        int month = published.isPresent()
                ? 12
                : List.of(12, 12, 12, 12, 12, 12, 12, 3, 6, 9).get(dice.upTo(10, "closing"));
        return LocalDate.of(millesime, month, 1).plusMonths(1).minusDays(1);
    }

    private int staff(int millesime) {
        int base = typicalStaff != null ? typicalStaff : (int) Math.exp(dice.share("size") * 5.3);
        return base == 0 ? 0 : Math.max(1, (int) Math.round(base * trend(millesime, 0.4)));
    }

    private long turnover(int millesime) {
        if (published.isPresent()) {
            return Math.round(published.get().turnover() / trend(published.get().year(), 1) * trend(millesime, 1));
        }
        int base = typicalStaff != null ? typicalStaff : (int) Math.exp(dice.share("size") * 5.3);
        double perHead = 90_000 + dice.share("per head") * 170_000;
        double yearly = base == 0 ? 20_000 + dice.share("alone") * 380_000 : base * perHead;
        return Math.round(yearly * trend(millesime, 1));
    }

    private long result(int millesime, long turnover) {
        double margin = -0.03 + dice.share("margin") * 0.14 + (dice.share("margin" + millesime) - 0.5) * 0.06;
        return Math.round(turnover * margin);
    }

    /** Growth since 2018, some years up and some down. */
    private double trend(int millesime, double strength) {
        double factor = 1;
        for (int year = 2018; year <= millesime; year++) {
            factor *= 1 + strength * (dice.share("growth" + year) * 0.30 - 0.10);
        }
        return factor;
    }

    private static boolean inTradeRegister(String legalForm) {
        return legalForm != null && "356".indexOf(legalForm.charAt(0)) >= 0;
    }

    private static Profile drawn(Dice dice) {
        int draw = dice.upTo(100, "profile");
        if (draw < 8) {
            return Profile.ABSENT;
        }
        if (draw < 15) {
            return Profile.OLD_ONLY;
        }
        if (draw < 47) {
            return Profile.CONFIDENTIAL;
        }
        if (draw < 52) {
            return Profile.CONFIDENTIAL_LATELY;
        }
        return draw < 55 ? Profile.RESULT_ONLY : Profile.PUBLISHED;
    }

    @Override
    public String toString() {
        return siren + " " + profile;
    }
}

package fr.tiers.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What nobody should type, by what it is. Whatever evaluates the sums or runs the script gives itself away. */
final class BadValues {

    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("script", "<script>window.__pwned=1</script><img src=x data-pwned onerror='window.__pwned=1'>");
        ALL.put("attribute", "\" autofocus onfocus=\"window.__pwned=1\" data-pwned x=\"");
        ALL.put("script in a word", "'-(window.__pwned=1)-'</textarea></title><b data-pwned>");
        ALL.put("EL", "el #{7*191} ${7*191} %{7*191}");
        ALL.put("EL in five letters", "#{0}");
        ALL.put("SQL", "O'Hara'); drop table tier; --");
        ALL.put("formula of a spreadsheet", "=1+1|'cmd'!A0");
        ALL.put("formula that begins with at", "@SUM(1+1)");
        ALL.put("emoji", "Ça 👩‍👩‍👧‍👦 œuvre 🎉");
        ALL.put("far too long", "é" + "a".repeat(9_999));
        ALL.put("account of a bank that is none", "FR76 3000 6000 0112 3456 7890 188");
        ALL.put("SIRET that is none", "732 829 320 00075");
        ALL.put("number of VAT that is none", "FR00 732829320");
        ALL.put("telephone that is none", "+33 (0)1 02 a3 04 05 06 07 08 09");
        ALL.put("e-mail that is none", "pas@une@adresse@");
        ALL.put("address of a script", "javascript:window.__pwned=1");
        ALL.put("day that does not exist", "2026-02-31");
        ALL.put("French day that does not exist", "31/02/2026");
        ALL.put("day far away", "2999-12-31");
        ALL.put("number beyond all numbers", "-1e999");
        ALL.put("number of twenty digits", "99999999999999999999");
        ALL.put("number below zero", "-1");
        ALL.put("control characters", "avant\u0007\u202Eaprès");
        ALL.put("NUL", "avant\u0000après");
        ALL.put("nothing but blanks", "   ");
    }

    /** Text that may be stored; of the rest it is enough that it is refused. */
    private static final List<String> STORABLE = List.of(
            "script",
            "attribute",
            "EL",
            "SQL",
            "formula of a spreadsheet",
            "emoji",
            "control characters",
            "EL in five letters");

    private BadValues() {}

    static List<String> storable() {
        return STORABLE;
    }

    /** Each value by what it is. */
    static Map<String, String> all() {
        return ALL;
    }
}

package fr.tiers.it;

import at.favre.lib.crypto.bcrypt.BCrypt;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The people, units and tiers of one test class, apart from those of all others: nothing that another test does changes what this one
 * sees.
 */
public final class Cast {

    /** Of everybody here. Nobody attacks them, so the hash may be cheap. */
    public static final String PASSWORD = "Ouvre-toi-42";

    private static final String HASH = BCrypt.withDefaults().hashToString(4, PASSWORD.toCharArray());
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Sql sql = World.get().sql();
    private final String name;

    /** @param test whose name begins every code */
    public Cast(Class<?> test) {
        var base = test.getSimpleName().replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
        this.name = base.substring(0, Math.min(12, base.length())) + NUMBER.incrementAndGet();
    }

    public String name() {
        return name;
    }

    /** @return the code of a new sales unit below another one, or at the top */
    public String unit(String suffix, String parent) {
        var code = name + '-' + suffix;
        sql.update(
                "insert into sales_unit (id, parent_id, code, name)"
                        + " values (nextval('organisation_seq'), (select id from sales_unit where code = ?), ?, ?)",
                parent,
                code,
                code);
        return code;
    }

    /** @return the login of a new user with this role in this unit (null for none) */
    public String user(String role, String unit) {
        var login = (name + '-' + role + '-' + NUMBER.incrementAndGet()).toLowerCase(Locale.ROOT);
        long id = sql.number(
                "insert into app_user (login, display_name, password_hash) values (?, ?, ?) returning id",
                login,
                login,
                HASH);
        sql.update("insert into app_user_role (user_id, role) values (?, ?)", id, role);
        if (unit != null) {
            sql.update(
                    "insert into app_user_sales_unit (user_id, sales_unit_id) select ?, id from sales_unit where code = ?",
                    id,
                    unit);
        }
        return login;
    }

    public long userId(String login) {
        return sql.number("select id from app_user where login = ?", login);
    }

    public static Api as(String login) {
        return Api.basic(login, PASSWORD);
    }

    /** An access token of somebody: much quicker than the password when there are many requests. */
    public static Api tokenOf(String login) {
        var answer = as(login).post("tokens", "{\"name\":\"tests\"}");
        if (answer.status() != 201) {
            throw new AssertionError("no token: " + answer);
        }
        return Api.token(answer.json().get("token").asText());
    }

    /** @return a new tier of a unit, owned by nobody */
    public JsonNode tier(Api caller, String title, String unit) {
        var place = unit == null ? "" : ",\"salesUnit\":\"" + unit + '"';
        var answer =
                caller.post("tiers", "{\"name\":\"" + name + ' ' + title + "\",\"types\":[\"PROSPECT\"]" + place + '}');
        if (answer.status() != 201) {
            throw new AssertionError("no tier: " + answer);
        }
        return answer.json();
    }

    /** An invoice that the ERP sends for a tier, of 100 euros. */
    public void invoice(String tierCode, String number) {
        var answer = as(user("ACCOUNTING", null))
                .put(
                        "erp/invoices/" + number,
                        """
                        {"tierCode":"%s","number":"%s","type":"INVOICE","date":"2026-10-01","dueDate":"2026-10-31","currency":"EUR",
                         "lines":[{"lineNumber":1,"label":"Fournitures","amount":100}]}
                        """
                                .formatted(tierCode, number));
        if (answer.status() != 201) {
            throw new AssertionError("no invoice: " + answer);
        }
    }
}

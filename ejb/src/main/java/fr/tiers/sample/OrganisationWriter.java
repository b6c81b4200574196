package fr.tiers.sample;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Writes {@link DemoStructure} into the database. */
final class OrganisationWriter {

    /** Weak on purpose: it guards invented data on somebody's own machine, and start-up has to be quick. */
    private static final int COST = 6;

    private static final String PASSWORD = "tiers";

    private final Handle handle;
    private final Instant createdAt;

    OrganisationWriter(Handle handle, Instant createdAt) {
        this.handle = handle;
        this.createdAt = createdAt;
    }

    void write() {
        writeCompany();
        writeUnits();
        writeUsers();
        writeGroups();
        handle.execute("select setval('organisation_seq', ?)", DemoStructure.LAST_ID);
    }

    private void writeCompany() {
        new Rows(handle, "company", "id, code, name, siren, currency, language, head_office_email")
                .add(
                        DemoStructure.COMPANY_ID,
                        DemoStructure.COMPANY_CODE,
                        DemoStructure.COMPANY_NAME,
                        // the last one, which no tier of the demonstration gets
                        Identifiers.siren(399_999),
                        "EUR",
                        "fr",
                        "siege@" + DemoStructure.DOMAIN)
                .write();
        var agencies = new Rows(handle, "agency", "id, company_id, code, name, city, postal_code");
        DemoStructure.AGENCIES.forEach(agency -> agencies.add(
                agency.id(),
                DemoStructure.COMPANY_ID,
                agency.code(),
                agency.name(),
                agency.city(),
                agency.postalCode()));
        agencies.write();
    }

    private void writeUnits() {
        var units = new Rows(handle, "sales_unit", "id, parent_id, code, name");
        DemoStructure.UNITS.forEach(unit -> units.add(
                unit.id(),
                unit.parent() == null ? null : DemoStructure.unit(unit.parent()).id(),
                unit.code(),
                unit.name()));
        units.write();
    }

    private void writeUsers() {
        var hash = passwordHash();
        var users =
                new Rows(handle, "app_user", "id, login, display_name, email, password_hash, company_id, created_at");
        var roles = new Rows(handle, "app_user_role", "user_id, role");
        var units = new Rows(handle, "app_user_sales_unit", "user_id, sales_unit_id");
        for (var user : DemoStructure.USERS) {
            users.add(
                    user.id(),
                    user.login(),
                    user.displayName(),
                    user.mailbox() + '@' + DemoStructure.DOMAIN,
                    user.canSignIn() ? hash : null,
                    DemoStructure.COMPANY_ID,
                    createdAt);
            roles.add(user.id(), user.role());
            if (user.unit() != null) {
                units.add(user.id(), DemoStructure.unit(user.unit()).id());
            }
        }
        users.write();
        roles.write();
        units.write();
    }

    static String passwordHash() {
        return BCrypt.withDefaults().hashToString(COST, PASSWORD.toCharArray());
    }

    private void writeGroups() {
        var groups = new Rows(handle, "user_group", "id, code, name");
        var members = new Rows(handle, "user_group_member", "group_id, user_id");
        for (var group : DemoStructure.GROUPS) {
            groups.add(group.id(), group.code(), group.name());
            group.members()
                    .forEach(login ->
                            members.add(group.id(), DemoStructure.user(login).id()));
        }
        groups.write();
        members.write();
    }
}

package fr.tiers.organisation.web;

import fr.tiers.organisation.UserRow;
import fr.tiers.organisation.Users;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** All users, the active ones first. */
@Named("userList")
@RequestScoped
public class UserList {

    private final Users users;
    private List<UserRow> rows;

    protected UserList() {
        this(null);
    }

    @Inject
    public UserList(Users users) {
        this.users = users;
    }

    public List<UserRow> getRows() {
        if (rows == null) {
            rows = users.all().stream()
                    .sorted((a, b) -> Boolean.compare(b.active(), a.active()))
                    .toList();
        }
        return rows;
    }
}

package fr.tiers.access.web;

import fr.tiers.access.AccessTokens;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Formats;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.omnifaces.util.Messages;

/** The user's own access tokens: made, shown once, revoked. */
@Named("tokenPage")
@ViewScoped
public class TokenPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DAYS = 90;

    private final AccessTokens tokens;
    private final Refusals refusals;
    private String name;
    private boolean writing;
    private LocalDate expiresAt = LocalDate.now(Formats.ZONE).plusDays(DAYS);

    /** Not kept with the session; forgotten when the user has taken it. */
    private transient AccessTokens.NewToken created;

    protected TokenPage() {
        this(null, null);
    }

    @Inject
    public TokenPage(AccessTokens tokens, Refusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    public List<AccessTokens.TokenRow> getRows() {
        return tokens.mine();
    }

    public void create() {
        var scopes = new ArrayList<>(List.of(AccessTokens.READ));
        if (writing) {
            scopes.add(AccessTokens.WRITE);
        }
        var end = expiresAt == null
                ? null
                : expiresAt
                        .plusDays(1)
                        .atStartOfDay(Formats.ZONE)
                        .minusSeconds(1)
                        .toInstant();
        if (refusals.guard(() -> created = tokens.create(name, scopes, end))) {
            name = null;
        }
    }

    public void revoke(UUID id) {
        if (refusals.guard(() -> tokens.revoke(id))) {
            Messages.addGlobalInfo(Functions.text("access.revoked"));
        }
    }

    /** The token just made, shown this once. */
    public String getCreated() {
        return created == null ? null : created.token();
    }

    public boolean isJustCreated() {
        return created != null;
    }

    public void forget() {
        created = null;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isWriting() {
        return writing;
    }

    public void setWriting(boolean writing) {
        this.writing = writing;
    }

    public LocalDate getExpiresAt() {
        return expiresAt;
    }

    public void setExpiresAt(LocalDate expiresAt) {
        this.expiresAt = expiresAt;
    }
}

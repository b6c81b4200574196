package fr.tiers.access;

import java.util.Map;
import java.util.Set;

import static fr.tiers.access.Action.ASSIGN;
import static fr.tiers.access.Action.ATTACH;
import static fr.tiers.access.Action.BLOCK;
import static fr.tiers.access.Action.CONVERT;
import static fr.tiers.access.Action.CREATE;
import static fr.tiers.access.Action.DELETE;
import static fr.tiers.access.Action.EDIT;
import static fr.tiers.access.Action.EXPORT;
import static fr.tiers.access.Action.IMPORT;
import static fr.tiers.access.Action.MERGE;
import static fr.tiers.access.Action.READ;
import static fr.tiers.access.Action.SEE_MARGINS;
import static fr.tiers.access.Action.SEE_OUTSTANDING;

/** What each role may do as long as no administrator has said otherwise: an application that nobody has configured is usable. */
final class DefaultRights {

    private static final Map<Role, Set<Action>> ACTIONS = Map.of(
            Role.SALES_MANAGER,
                    Set.of(
                            READ,
                            CREATE,
                            EDIT,
                            DELETE,
                            EXPORT,
                            IMPORT,
                            MERGE,
                            CONVERT,
                            ASSIGN,
                            BLOCK,
                            SEE_OUTSTANDING,
                            SEE_MARGINS),
            Role.SALES, Set.of(READ, CREATE, EDIT, EXPORT, CONVERT, ASSIGN, BLOCK, SEE_OUTSTANDING),
            Role.ASSISTANT, Set.of(READ, CREATE, EDIT, EXPORT, IMPORT, CONVERT, ASSIGN, BLOCK, SEE_OUTSTANDING),
            Role.ACCOUNTING, Set.of(READ, ATTACH, EXPORT, SEE_OUTSTANDING, SEE_MARGINS),
            Role.TECHNICIAN, Set.of(READ, ATTACH),
            Role.MARKETING, Set.of(READ, CREATE, EDIT, EXPORT, IMPORT, CONVERT, ASSIGN, BLOCK),
            Role.READER, Set.of(READ, SEE_OUTSTANDING));

    private static final Set<Role> BY_STRUCTURE = Set.of(Role.SALES_MANAGER, Role.SALES, Role.TECHNICIAN, Role.READER);

    private DefaultRights() {}

    static Level of(Role role, Action action) {
        if (role == Role.ADMINISTRATOR) {
            return Level.ALL;
        }
        if (!ACTIONS.getOrDefault(role, Set.of()).contains(action)) {
            return Level.NONE;
        }
        // A new tier may be placed anywhere: who would not see it there becomes its collaborator.
        return BY_STRUCTURE.contains(role) && action != CREATE ? Level.STRUCTURE : Level.ALL;
    }
}

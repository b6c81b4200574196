package fr.tiers.access;

/**
 * The roles of the application; the names are those of the security domain. The string constants serve {@code @RolesAllowed}. What a role
 * may do with which tiers is said by its {@link Rights}.
 */
public enum Role {
    ADMINISTRATOR,
    SALES_MANAGER,
    SALES,
    ASSISTANT,
    ACCOUNTING,
    TECHNICIAN,
    MARKETING,
    READER,
    EXTRANET;

    /** The names as constants, for annotations. */
    public static final class Names {
        public static final String ADMINISTRATOR = "ADMINISTRATOR";
        public static final String SALES_MANAGER = "SALES_MANAGER";
        public static final String SALES = "SALES";
        public static final String ASSISTANT = "ASSISTANT";
        public static final String ACCOUNTING = "ACCOUNTING";
        public static final String TECHNICIAN = "TECHNICIAN";
        public static final String MARKETING = "MARKETING";
        public static final String READER = "READER";
        public static final String EXTRANET = "EXTRANET";

        /** Not a user's role: jobs, timers and the outbox run with it ({@code @RunAs}). */
        public static final String SYSTEM = "SYSTEM";

        private Names() {}
    }
}

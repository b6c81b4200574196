package fr.tiers.simulator.infogreffe;

/** A clause the platform refuses with status 400; the message is the one it sends. */
final class OdsqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private OdsqlException(String code, String message) {
        super(message);
        this.code = code;
    }

    static OdsqlException malformed(String clause, String reason) {
        return new OdsqlException(
                "ODSQLError",
                "ODSQL query is malformed: " + reason + " Clause(s) containing the error(s): " + clause + ".");
    }

    static OdsqlException parameter(String message) {
        return new OdsqlException("InvalidRESTParameterError", message);
    }

    String code() {
        return code;
    }
}

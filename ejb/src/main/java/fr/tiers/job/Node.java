package fr.tiers.job;

/** The name of this server, for people who read the ledger. Ownership is proved by the lease, not by the name. */
final class Node {

    private Node() {}

    static String name() {
        return System.getProperty("jboss.node.name", "local");
    }
}

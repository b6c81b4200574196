package fr.tiers.contact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who reports to whom among the current contacts of a tier.
 *
 * @param roots those at the top with everybody below them
 * @param unplaced those who neither report to anybody nor are reported to
 */
public record OrgChart(long tierId, List<Node> roots, List<Node> unplaced) {

    /** Somebody with those who report to him or her. */
    public record Node(
            long linkId,
            long contactId,
            String civility,
            String lastName,
            String firstName,
            String jobTitle,
            String department,
            DecisionRole decisionRole,
            String email,
            boolean main,
            boolean photo,
            EmailState emailState,
            List<Node> reports) {

        /** First name, last name. */
        public String fullName() {
            return firstName == null ? lastName : firstName + ' ' + lastName;
        }
    }

    /**
     * Somebody who has left is passed over: whoever reported there reports to the next superior who is still there.
     *
     * @param links of one tier, also those of people who have left
     */
    static OrgChart of(long tierId, List<ContactLinkView> links) {
        var byId = links.stream().collect(Collectors.toMap(ContactLinkView::id, Function.identity()));
        var below = new HashMap<Long, List<ContactLinkView>>();
        var tops = new ArrayList<ContactLinkView>();
        var sorted = links.stream()
                .filter(ContactLinkView::current)
                .sorted(Comparator.comparing(ContactLinkView::main)
                        .reversed()
                        .thenComparing(ContactLinkView::lastName)
                        .thenComparing(ContactLinkView::id))
                .toList();
        for (var link : sorted) {
            var superior = superior(link, byId);
            if (superior == null) {
                tops.add(link);
            } else {
                below.computeIfAbsent(superior, id -> new ArrayList<>()).add(link);
            }
        }
        var nodes = tops.stream().map(link -> node(link, below)).toList();
        return new OrgChart(
                tierId,
                nodes.stream().filter(node -> !node.reports().isEmpty()).toList(),
                nodes.stream().filter(node -> node.reports().isEmpty()).toList());
    }

    private static Long superior(ContactLinkView link, Map<Long, ContactLinkView> byId) {
        var passed = new HashSet<Long>();
        var id = link.reportsTo();
        while (id != null && byId.containsKey(id) && passed.add(id)) {
            var superior = byId.get(id);
            if (superior.current()) {
                return id;
            }
            id = superior.reportsTo();
        }
        return null;
    }

    private static Node node(ContactLinkView link, Map<Long, List<ContactLinkView>> below) {
        return new Node(
                link.id(),
                link.contactId(),
                link.civility(),
                link.lastName(),
                link.firstName(),
                link.jobTitle(),
                link.department(),
                link.decisionRole(),
                link.email(),
                link.main(),
                link.photo(),
                link.emailState(),
                below.getOrDefault(link.id(), List.of()).stream()
                        .map(report -> node(report, below))
                        .toList());
    }
}

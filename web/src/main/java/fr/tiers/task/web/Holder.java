package fr.tiers.task.web;

import fr.tiers.task.TaskPeople.Choice;
import java.util.List;

/** Who is to have a task, as one select says it: {@code u:login}, {@code g:code}, or nothing for myself. */
final class Holder {

    private static final String USER = "u:";
    private static final String GROUP = "g:";

    private Holder() {}

    static String of(String assignee, String group) {
        return assignee != null ? USER + assignee : group == null ? "" : GROUP + group;
    }

    /** @return null unless it is somebody */
    static String user(String chosen) {
        return chosen != null && chosen.startsWith(USER) ? chosen.substring(USER.length()) : null;
    }

    /** @return null unless it is a group */
    static String group(String chosen) {
        return chosen != null && chosen.startsWith(GROUP) ? chosen.substring(GROUP.length()) : null;
    }

    static List<Choice> users(List<Choice> people) {
        return people.stream()
                .map(each -> new Choice(USER + each.code(), each.name()))
                .toList();
    }

    static List<Choice> groups(List<Choice> groups) {
        return groups.stream()
                .map(each -> new Choice(GROUP + each.code(), each.name()))
                .toList();
    }
}

package fr.tiers.simulator.infogreffe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A parsed {@code where}.
 *
 * @param sirens the only SIREN numbers that can satisfy it, empty when any might: lets an answer be computed without
 *     walking through the whole dataset, which for invented figures has no end
 */
record Condition(Predicate<ObjectNode> test, Optional<Set<String>> sirens) {

    static final Condition ALL = new Condition(record -> true, Optional.empty());

    static Condition on(Predicate<ObjectNode> test) {
        return new Condition(test, Optional.empty());
    }

    Condition and(Condition other) {
        Optional<Set<String>> both = sirens.isPresent() && other.sirens.isPresent()
                ? Optional.of(intersection(sirens.get(), other.sirens.get()))
                : sirens.or(other::sirens);
        return new Condition(test.and(other.test), both);
    }

    Condition or(Condition other) {
        if (sirens.isEmpty() || other.sirens.isEmpty()) {
            return on(test.or(other.test));
        }
        Set<String> either = new HashSet<>(sirens.get());
        either.addAll(other.sirens.get());
        return new Condition(test.or(other.test), Optional.of(either));
    }

    Condition not() {
        return on(test.negate());
    }

    private static Set<String> intersection(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }
}

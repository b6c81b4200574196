package fr.tiers.browser;

import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import fr.tiers.it.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Types what nobody should into every input of every page: refused with a message at the field while everything typed is still there, or
 * stored and shown as it is; never run, never lost, never an error page. Pages come from {@link PagesIT} and from the links on them, forms
 * and inputs from the page itself. All that it wrote is gone afterwards.
 */
@DisplayName("Bad input")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private Snapshot snapshot;
    private Visitor visitor;
    private FormWalk walk;

    @BeforeAll
    void prepare() {
        snapshot = Snapshot.take();
        var login = new Cast(BadInputIT.class).user("ADMINISTRATOR", null);
        visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD);
        walk = new FormWalk(visitor, snapshot, WalkedPages.listed());
    }

    @AfterAll
    void leave() {
        try {
            visitor.close();
        } finally {
            snapshot.restore();
        }
    }

    @Test
    void noPageIsForgotten() throws IOException {
        assertThat(WalkedPages.unlisted(Path.of("..", "web", "src", "main", "webapp")))
                .as("add it to PagesIT, or say in WalkedPages why it is not walked over")
                .isEmpty();
    }

    /** First what is typed where; then every page once more, with all that was taken. */
    @TestFactory
    Stream<DynamicTest> everyInputOfEveryPage() {
        var typed = new Iterator<DynamicTest>() {
            @Override
            public boolean hasNext() {
                return walk.hasNext();
            }

            @Override
            public DynamicTest next() {
                var page = walk.next();
                return DynamicTest.dynamicTest(
                        page, () -> assertThat(walk.over(page)).as(page).isEmpty());
            }
        };
        var pages = Spliterators.spliteratorUnknownSize(typed, Spliterator.ORDERED);
        return Stream.concat(
                StreamSupport.stream(pages, false),
                WalkedPages.listed().stream()
                        .filter(WalkedPages::isWanted)
                        .map(page -> DynamicTest.dynamicTest(
                                page + " afterwards",
                                () -> assertThat(walk.seen(page)).as(page).isEmpty())));
    }
}

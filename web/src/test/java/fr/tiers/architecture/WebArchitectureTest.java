package fr.tiers.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Stateless;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** What the web module may never do: it shows and asks, the services of ejb decide and keep. */
@AnalyzeClasses(packages = "fr.tiers", importOptions = ImportOption.DoNotIncludeTests.class)
class WebArchitectureTest {

    @ArchTest
    static final ArchRule pagesAndResourcesTouchNoDatabase = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "org.jdbi..", "org.postgresql..");

    @ArchTest
    static final ArchRule pagesAndResourcesOpenNoTransaction = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .beAnnotatedWith(Transactional.class)
            .orShould()
            .beAnnotatedWith(Stateless.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.transaction.UserTransaction");

    @ArchTest
    static final ArchRule nobodyDecidesHereWhoMaySeeWhat = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("fr.tiers.access.Visibility");

    @ArchTest
    static final ArchRule resourcesAreNamedForWhatTheyAre = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .andShould()
            .resideInAPackage("fr.tiers.*.web");

    @ArchTest
    static final ArchRule jobsAreStartedThroughTheServiceOnly = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.batch..");
}

package fr.tiers.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The batch module runs jobs; data and rules belong to services. */
@AnalyzeClasses(
        packages = "fr.tiers",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class BatchArchitectureTest {

    @ArchTest
    static final ArchRule jobsTouchNoDatabase = noClasses()
            .that()
            .resideInAPackage("fr.tiers..batch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "org.jdbi..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("fr.tiers.kernel.Db");

    @ArchTest
    static final ArchRule onlyGatewaysBecomeTheSystem = classes()
            .that()
            .resideInAPackage("fr.tiers..batch..")
            .and()
            .areAnnotatedWith(RunAs.class)
            .should()
            .haveSimpleNameEndingWith("Gateway");

    @ArchTest
    static final ArchRule everyStatelessBeanSaysWhoMay = classes()
            .that()
            .resideInAPackage("fr.tiers..batch..")
            .and()
            .areAnnotatedWith(Stateless.class)
            .should()
            .beAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule everySingletonSaysWhoMay = classes()
            .that()
            .resideInAPackage("fr.tiers..batch..")
            .and()
            .areAnnotatedWith(Singleton.class)
            .should()
            .beAnnotatedWith(PermitAll.class);
}

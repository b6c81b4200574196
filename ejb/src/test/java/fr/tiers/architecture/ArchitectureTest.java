package fr.tiers.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.util.Date;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What the structure of the features promises, checked on the compiled classes. */
@AnalyzeClasses(packages = "fr.tiers", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** The ground floor: what the tier itself stands on. */
    private static final String[] GROUND = {
        "fr.tiers.tier..",
        "fr.tiers.kernel..",
        "fr.tiers.access..",
        "fr.tiers.codelist..",
        "fr.tiers.history..",
        "fr.tiers.numbering..",
        "fr.tiers.organisation..",
        "fr.tiers.tag..",
        "fr.tiers.customfield..",
        "java..",
        "javax..",
        "jakarta..",
        "org..",
        "com.."
    };

    @ArchTest
    static final ArchRule noTwoFeaturesKnowEachOtherInACircle =
            slices().matching("fr.tiers.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theKernelKnowsNoFeature = classes()
            .that()
            .resideInAPackage("fr.tiers.kernel..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("fr.tiers.kernel..", "java..", "javax..", "jakarta..", "org..", "com..");

    @ArchTest
    static final ArchRule theTierKnowsNoFeatureAboveIt = classes()
            .that()
            .resideInAPackage("fr.tiers.tier..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(GROUND);

    @ArchTest
    static final ArchRule timeComesFromTheInjectedClock = noClasses()
            .should()
            .callMethodWhere(readsTheMachinesClock())
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule everyPublicMethodOfAnEjbSaysWhoMay = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .or()
            .areAnnotatedWith(Singleton.class)
            .should(saySoForEveryMethod());

    /** The container's view of a bean has its public methods; a call of another one fails when it is made. */
    @ArchTest
    static final ArchRule anEjbIsCalledByItsPublicMethodsAlone =
            noClasses().should().callMethodWhere(passesTheView());

    @ArchTest
    static final ArchRule ejbKnowsNeitherPagesNorRestNorBatch = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "jakarta.ws.rs..", "jakarta.batch..", "org.primefaces..");

    private static DescribedPredicate<JavaMethodCall> readsTheMachinesClock() {
        return DescribedPredicate.describe("now() without a clock", call -> isClockless(call.getTarget()));
    }

    private static DescribedPredicate<JavaMethodCall> passesTheView() {
        return DescribedPredicate.describe("a method of an EJB that is not public, from another class", call -> {
            var bean = call.getTargetOwner();
            boolean ejb = bean.isAnnotatedWith(Stateless.class) || bean.isAnnotatedWith(Singleton.class);
            return ejb
                    && !call.getOriginOwner().equals(bean)
                    && call.getTarget()
                            .resolveMember()
                            .filter(method -> !method.getModifiers().contains(JavaModifier.PUBLIC)
                                    && !method.getModifiers().contains(JavaModifier.STATIC))
                            .isPresent();
        });
    }

    private static boolean isClockless(MethodCallTarget target) {
        var inTime = target.getOwner().getPackageName().startsWith("java.time");
        var now =
                target.getName().equals("now") && target.getRawParameterTypes().isEmpty();
        var millis = target.getOwner().isEquivalentTo(System.class)
                && target.getName().equals("currentTimeMillis");
        return inTime && now || millis;
    }

    private static ArchCondition<JavaClass> saySoForEveryMethod() {
        return new ArchCondition<>(
                "carry @RolesAllowed, @PermitAll or @DenyAll on the class or on each public method") {
            @Override
            public void check(JavaClass bean, ConditionEvents events) {
                for (var method : bean.getMethods()) {
                    if (isBusiness(method) && !isSecured(bean, method)) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is not secured"));
                    }
                }
            }
        };
    }

    private static boolean isBusiness(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.STATIC);
    }

    private static boolean isSecured(JavaClass bean, JavaMethod method) {
        return bean.isAnnotatedWith(RolesAllowed.class)
                || bean.isAnnotatedWith(PermitAll.class)
                || bean.isAnnotatedWith(DenyAll.class)
                || method.isAnnotatedWith(RolesAllowed.class)
                || method.isAnnotatedWith(PermitAll.class)
                || method.isAnnotatedWith(DenyAll.class);
    }
}

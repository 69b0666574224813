package org.putokaz;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import java.util.Calendar;
import java.util.Date;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Architecture rules for all packages alike, run by {@link ArchitectureTest}. */
final class CommonArchitectureRules {

    private CommonArchitectureRules() {}

    static Stream<ArchRule> of(String root) {
        return Stream.of(
                slices().matching(root + ".(*)..").should().beFreeOfCycles().as("packages have no cycle"),
                noClasses()
                        .that(resideInAPackage(root + "..")
                                .and(resideInAPackage(root + ".live..").negate()))
                        .should()
                        .dependOnClassesThat(resideInAPackage(root + ".live.consistency")
                                .and(simpleName("ConsistentRead").negate()))
                        .allowEmptyShould(true)
                        .as("only the annotation of live.consistency is used outside of live"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(Date.class)
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(Calendar.class)
                        .as("dates are java.time"),
                noFields()
                        .should()
                        .beAnnotatedWith(Inject.class)
                        .orShould()
                        .beAnnotatedWith(ConfigProperty.class)
                        .as("beans get what they need by their constructor"));
    }
}

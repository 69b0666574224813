package org.putokaz;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import java.util.Calendar;
import java.util.Date;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What {@link ArchitectureTest} asks of all packages alike. */
final class HouseRules {

    private HouseRules() {}

    static Stream<ArchRule> of(String root) {
        return Stream.of(
                slices().matching(root + ".(*)..").should().beFreeOfCycles().as("no package needs itself in the end"),
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

package org.putokaz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may use whom. A new family is one row here. What these rules forbid is done on purpose by the classes in {@code
 * org.putokaz.planted}, so that each rule is seen to fail.
 */
class ArchitectureTest {

    private static final WhoMayUseWhom TABLE = WhoMayUseWhom.read("""
            common       |
            problem      | common
            locale       | common problem
            time         | common problem
            lint         | common problem locale time
            http         | common problem locale time
            live         | common problem locale time http

            organisation | common problem locale time http live
            history      | common problem locale time http live
            contact      | common problem locale time http live
            guide        | common problem locale time http live

            security     | common problem locale time http
            cache        | common problem locale time http live
            signing      | common problem locale time http security
            sync         | common problem locale time http live signing
            webhook      | common problem locale time http live security sync
            pack         | common problem locale time http live
            editorial    | common problem locale time http live lint security organisation history contact guide pack
            entrypoint   | common problem locale time http live organisation history contact guide
            """);

    /** What answers the public must not even be able to name a draft, and what follows the feed is used by nobody. */
    private static final Set<String> USED_BY_NOBODY = Set.of("cache", "editorial", "webhook", "entrypoint");

    private static final JavaClasses MAIN = classes("classes");
    private static final JavaClasses PLANTED = classes("test-classes", "org", "putokaz", "planted");

    private static JavaClasses classes(String folder, String... below) {
        Path target = Path.of(System.getProperty("putokaz.basedir", "."), "target", folder);
        return new ClassFileImporter().importPath(target.resolve(Path.of("", below)));
    }

    @TestFactory
    Stream<DynamicTest> theHouseIsInOrder() {
        return rules("org.putokaz").map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(MAIN)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            guide may use only common problem locale time http live itself | planted.guide.BorrowsFromContact
            contact may use only common problem locale time http live itself | planted.contact.ReadsDrafts
            every package stands in the table | planted.stranger.Unannounced
            no package needs itself in the end | planted.locale.Hen
            dates are java.time | planted.history.OldDate
            beans get what they need by their constructor | planted.pack.FilledFromOutside
            """)
    void eachRuleNoticesTheClassThatBreaksIt(String rule, String offender) {
        ArchRule broken = rules("org.putokaz.planted")
                .filter(one -> one.getDescription().equals(rule))
                .findFirst()
                .orElseThrow();

        assertThat(broken.evaluate(PLANTED).getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains(offender));
    }

    @Test
    void theTableItselfHasNoCycleAndNoWayIn() {
        assertThat(TABLE.cycle()).isEmpty();
        assertThat(TABLE.packages())
                .allSatisfy(
                        user -> assertThat(TABLE.usedBy(user)).as(user).doesNotContainAnyElementsOf(USED_BY_NOBODY));
    }

    @Test
    void theTableIsReadAsItIsWritten() {
        assertThat(TABLE.packages()).contains("problem", "guide").containsAll(USED_BY_NOBODY);
        assertThat(TABLE.usedBy("http")).isEqualTo(Set.of("common", "problem", "locale", "time"));
        assertThat(WhoMayUseWhom.read("hen | egg\negg | hen").cycle()).isEqualTo(List.of("hen", "egg"));
    }

    private static Stream<ArchRule> rules(String root) {
        return Stream.concat(TABLE.rules(root), HouseRules.of(root));
    }
}

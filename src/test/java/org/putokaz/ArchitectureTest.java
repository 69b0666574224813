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
            problem      |
            locale       | problem
            time         | problem
            lint         | problem locale time
            http         | problem locale time
            live         | problem locale time http
            exchange     | problem locale time http

            organisation | problem locale time http live exchange
            history      | problem locale time http live exchange
            contact      | problem locale time http live exchange
            guide        | problem locale time http live exchange

            security     | problem locale time http
            cache        | problem locale time http live
            signing      | problem locale time http security
            search       | problem locale time http live
            sync         | problem locale time http live signing
            webhook      | problem locale time http live security sync
            pack         | problem locale time http live
            editorial    | problem locale time http live exchange lint security organisation history contact guide pack
            entrypoint   | problem locale time http live organisation history contact guide
            """);

    /** What answers the public must not even be able to name a draft, and what follows the feed is used by nobody. */
    private static final Set<String> USED_BY_NOBODY = Set.of("cache", "editorial", "webhook", "search", "entrypoint");

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
            guide may use only problem locale time http live exchange itself | planted.guide.BorrowsFromContact
            contact may use only problem locale time http live exchange itself | planted.contact.ReadsDrafts
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
        assertThat(TABLE.usedBy("http")).isEqualTo(Set.of("problem", "locale", "time"));
        assertThat(WhoMayUseWhom.read("hen | egg\negg | hen").cycle()).isEqualTo(List.of("hen", "egg"));
    }

    private static Stream<ArchRule> rules(String root) {
        return Stream.concat(TABLE.rules(root), HouseRules.of(root));
    }
}

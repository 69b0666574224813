package org.putokaz;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.write.LiveStore;

/**
 * Architecture rules: the permitted dependencies between packages and sub-packages, and rules for all classes. A new
 * family is one row of the first table. Classes in {@code org.putokaz.planted} break the rules on purpose, so that each is
 * seen to fail.
 */
class ArchitectureTest {

    private static final DependencyTable TABLE = DependencyTable.read("""
            common       |
            problem      | common
            locale       | common problem
            time         | common problem locale
            lint         | common problem locale time
            http         | common problem locale time
            live         | common problem locale time http

            area         | common problem locale http live
            organisation | common problem locale time http live area contact
            history      | common problem locale time http live
            contact      | common problem locale time http live area
            guide        | common problem locale time http live

            security     | common problem locale time http
            cache        | common problem locale time http live
            signing      | common problem locale time http security
            sync         | common problem locale time http live signing
            webhook      | common problem locale time http live security sync
            pack         | common problem locale time http live
            editorial    | common problem locale time http live lint security area organisation history contact guide pack
            entrypoint   | common problem locale time http live area organisation history contact guide
            """);

    /** What a sub-package may use of its own top-level package. */
    private static final DependencyTable SUB_PACKAGES = DependencyTable.read("""
            cache                | cache.netty
            cache.executor       | cache
            cache.netty          |

            contact              | contact.content contact.address
            contact.content      | contact.address
            contact.address      |

            editorial            |
            editorial.entry      |
            editorial.entrypoint |
            editorial.revision   | editorial.entry
            editorial.draft      | editorial.entry
            editorial.comment    | editorial.entry editorial.draft
            editorial.check      | editorial.entry editorial.draft
            editorial.proofread  | editorial editorial.entry editorial.draft
            editorial.publish    | editorial editorial.entry editorial.draft editorial.check editorial.proofread
            editorial.schedule   | editorial.entry editorial.publish
            editorial.preview    | editorial editorial.entry editorial.draft
            editorial.replacement | editorial.entry editorial.draft editorial.publish
            editorial.set        | editorial.entry editorial.draft editorial.check editorial.publish editorial.schedule editorial.replacement
            editorial.replacementset | editorial.entry editorial.draft editorial.check editorial.publish editorial.replacement editorial.set
            editorial.activity   | editorial.entry editorial.set
            editorial.worker     | editorial editorial.entry editorial.draft editorial.check editorial.publish editorial.schedule editorial.set
            editorial.transfer   | editorial.entry editorial.draft editorial.publish editorial.revision editorial.set
            editorial.form       | editorial.entry editorial.check editorial.publish editorial.schedule editorial.replacement editorial.set editorial.transfer
            editorial.api        | editorial.form editorial.comment editorial.entry editorial.draft editorial.check editorial.publish editorial.revision editorial.schedule editorial.preview editorial.set

            http.config          |
            http.request         |
            http.problem         | http.request
            http.paging          | http.request
            http.view            | http.request
            http.openapi         | http.request
            http.response        | http.request http.problem http.paging
            http.edge            | http.request http.problem http.response
            http.vocabulary      | http.problem
            http.problempages    | http.request http.problem http.response

            lint                 |
            lint.phone           |
            lint.rule            | lint lint.phone
            lint.place           | lint
            lint.translation     | lint

            live                 |
            live.db              |
            live.entity          | live
            live.family          | live
            live.feed            | live live.db live.entity
            live.consistency     | live live.db live.feed
            live.read            | live live.db live.entity live.family live.feed live.consistency
            live.write           | live live.entity live.family live.feed
            live.part            | live live.family live.read live.write
            live.transfer        | live live.entity live.family live.feed live.write live.consistency

            organisation         | organisation.service
            organisation.service |

            pack                 | pack.read
            pack.yaml            |
            pack.read            | pack.yaml
            pack.write           | pack.read pack.yaml

            security             |
            security.audit       | security
            security.token       | security security.audit
            security.auth        | security security.token

            signing              |
            signing.api          | signing

            sync                 |
            sync.feed            |
            sync.download        | sync
            sync.push            | sync sync.feed
            sync.snapshot        | sync sync.feed sync.download
            sync.bundle          | sync sync.feed sync.download
            sync.api             | sync sync.feed sync.push

            time.date            |
            time.holiday         |
            time.hours           | time.holiday

            webhook              |
            webhook.transport    | webhook
            webhook.endpoint     | webhook.transport
            webhook.delivery     | webhook webhook.transport webhook.endpoint
            webhook.management   | webhook webhook.transport webhook.endpoint webhook.delivery
            webhook.api          | webhook webhook.endpoint webhook.delivery webhook.management
            """);

    /** Sub-packages whose types are public only because Java has no visibility between sub-packages. */
    private static final DependencyTable INTERNAL = DependencyTable.read("""
            live.entity    | live
            live.db        | live
            cache          | cache
            pack.yaml      | pack
            security.auth  | security
            sync.download  | sync
            sync.push      | sync
            webhook        | webhook
            signing.api    | signing
            """);

    /** The code of public responses cannot reference a draft, and feed consumers are used by no other package. */
    private static final Set<String> WITHOUT_USERS = Set.of("cache", "editorial", "webhook", "entrypoint");

    private static final JavaClasses MAIN = classes("classes");
    private static final JavaClasses TESTS = classes("test-classes");
    private static final JavaClasses PLANTED = classes("test-classes", "org", "putokaz", "planted");

    private static JavaClasses classes(String folder, String... below) {
        Path target = Path.of(System.getProperty("putokaz.basedir", "."), "target", folder);
        return new ClassFileImporter().importPath(target.resolve(Path.of("", below)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        return rules("org.putokaz").map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(MAIN)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            guide may use only common problem locale time http live itself | planted.guide.BorrowsFromContact
            contact may use only common problem locale time http live area itself | planted.contact.ReadsDrafts
            every package stands in the table | planted.stranger.Unannounced
            packages have no cycle | planted.locale.Hen
            live.family may use of its own only live | planted.live.family.WritesFromAFamily
            only live may use live.entity | planted.guide.ReadsTheEntity
            only the annotation of live.consistency is used outside of live | planted.guide.RunsConsistentReads
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
    void theTablesHaveNoCycleAndNoWayIntoEditorialCode() {
        assertThat(TABLE.cycle()).isEmpty();
        assertThat(SUB_PACKAGES.cycle()).isEmpty();
        assertThat(TABLE.packages())
                .allSatisfy(user -> assertThat(TABLE.usedBy(user)).as(user).doesNotContainAnyElementsOf(WITHOUT_USERS));
    }

    @Test
    void aTestThatRunsOnH2AloneDoesNotUseTheDatabaseItself() {
        noClasses()
                .that()
                .areAnnotatedWith(HttpTest.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Session.class,
                        EntityManager.class,
                        DataSource.class,
                        LiveStore.class,
                        ScratchEntries.class,
                        Publishing.class)
                .because("what depends on the database is a DatabaseTest and runs on both")
                .check(TESTS);
    }

    /** Otherwise it belongs to no group of tests, and runs among the plain ones. */
    @Test
    void aTestOfTheServiceIsAnHttpTestOrADatabaseTest() {
        noClasses()
                .that()
                .areNotAnnotations()
                .should()
                .beAnnotatedWith(QuarkusTest.class)
                .because("the groups of tests are chosen by HttpTest and DatabaseTest")
                .check(TESTS);
    }

    @Test
    void theTableIsReadAsItIsWritten() {
        assertThat(TABLE.packages()).contains("problem", "guide").containsAll(WITHOUT_USERS);
        assertThat(TABLE.usedBy("http")).isEqualTo(Set.of("common", "problem", "locale", "time"));
        assertThat(DependencyTable.read("hen | egg\negg | hen").cycle()).isEqualTo(List.of("hen", "egg"));
    }

    private static Stream<ArchRule> rules(String root) {
        return Stream.of(
                        TABLE.rules(root),
                        SUB_PACKAGES.subPackageRules(root),
                        INTERNAL.internalRules(root),
                        CommonArchitectureRules.of(root))
                .flatMap(rules -> rules);
    }
}

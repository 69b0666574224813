package org.putokaz;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.cache.ResponseCacheConfig;
import org.putokaz.cache.executor.ResponseExecutorConfig;
import org.putokaz.editorial.EditorialConfig;
import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.http.config.LanguageConfig;
import org.putokaz.live.feed.FeedConfig;
import org.putokaz.pack.PackConfig;
import org.putokaz.security.SecurityConfig;
import org.putokaz.signing.SigningConfig;
import org.putokaz.sync.SyncConfig;
import org.putokaz.webhook.WebhookConfig;

/** Defaults of all settings: what an operator gets who sets none. */
class ConfigurationTest {

    private static final Path BASE = Path.of(System.getProperty("putokaz.basedir", "."));

    private static final List<Class<?>> MAPPINGS = List.of(
            LanguageConfig.class,
            InstitutionConfig.class,
            PackConfig.class,
            FeedConfig.class,
            ResponseCacheConfig.class,
            ResponseExecutorConfig.class,
            SyncConfig.class,
            SecurityConfig.class,
            EditorialConfig.class,
            SigningConfig.class,
            WebhookConfig.class);

    private final SmallRyeConfig defaultConfig = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .addDefaultInterceptors()
            .withMapping(LanguageConfig.class)
            .withMapping(InstitutionConfig.class)
            .withMapping(PackConfig.class)
            .withMapping(FeedConfig.class)
            .withMapping(ResponseCacheConfig.class)
            .withMapping(ResponseExecutorConfig.class)
            .withMapping(SyncConfig.class)
            .withMapping(SecurityConfig.class)
            .withMapping(EditorialConfig.class)
            .withMapping(SigningConfig.class)
            .withMapping(WebhookConfig.class)
            .withSources(new PropertiesConfigSource(shipped(), "application.properties", 100))
            .build();

    @Test
    void everyDefaultIsTheOneSaidHere() {
        assertThat(defaults())
                .isEqualTo(Map.ofEntries(
                        entry("putokaz.languages.authoritative", "sr-Cyrl"),
                        entry("putokaz.languages.offered", "sr-Cyrl,sr-Latn,en"),
                        entry("putokaz.languages.required", "${putokaz.languages.authoritative}"),
                        entry("putokaz.languages.unmatched", "none"),
                        entry("putokaz.languages.fallback", "none"),
                        entry("putokaz.institution.timezone", "Europe/Belgrade"),
                        entry("putokaz.institution.region", "RS"),
                        entry("putokaz.cache.enabled", "true"),
                        entry("putokaz.cache.size", "64M"),
                        entry("putokaz.cache.early-responses", "true"),
                        entry("putokaz.responses.threads", "none"),
                        entry("putokaz.feed.restored", "none"),
                        entry("putokaz.feed.look", "PT0.5S"),
                        entry("putokaz.sync.most-waiting", "10000"),
                        entry("putokaz.sync.most-streams", "5000"),
                        entry("putokaz.sync.heartbeat", "PT15S"),
                        entry("putokaz.sync.patience", "PT30S"),
                        entry("putokaz.security.bootstrap-token", "none"),
                        entry("putokaz.security.failures-per-minute", "20"),
                        entry("putokaz.editorial.approval", "contact-channels,help-guides"),
                        entry("putokaz.editorial.acronyms", "PDF,QR,SMS,Viber,WhatsApp"),
                        entry("putokaz.editorial.confidential-prose", "warning"),
                        entry("putokaz.editorial.preview", "PT1H"),
                        entry("putokaz.editorial.follow", "PT1M"),
                        entry("putokaz.sync.directory", "none"),
                        entry("putokaz.sync.most-downloads", "500"),
                        entry("putokaz.sync.making", "PT25S"),
                        entry("putokaz.sync.licence", "none"),
                        entry("putokaz.signing.private-keys", "none"),
                        entry("putokaz.signing.announce", "P1D"),
                        entry("putokaz.signing.keep", "P365D"),
                        entry("putokaz.webhooks.retries", "PT5S,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H"),
                        entry("putokaz.webhooks.refusals", "3"),
                        entry("putokaz.webhooks.give-up-after", "P7D"),
                        entry("putokaz.webhooks.timeout", "PT15S"),
                        entry("putokaz.webhooks.rotation", "P1D"),
                        entry("putokaz.webhooks.keep", "P30D"),
                        entry("putokaz.webhooks.loopback", "false"),
                        entry("putokaz.content.pack", "center")));
    }

    @Test
    void everyConfigMappingIsTestedHere() throws IOException {
        try (Stream<Path> sources = Files.walk(BASE.resolve("src/main/java"))) {
            List<String> mappings = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> contains(file, "@ConfigMapping("))
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();

            assertThat(mappings)
                    .containsExactlyInAnyOrderElementsOf(
                            MAPPINGS.stream().map(Class::getSimpleName).toList());
        }
    }

    @Test
    void theDefaultsCanBeRead() {
        LanguageConfig languages = defaultConfig.getConfigMapping(LanguageConfig.class);
        InstitutionConfig institution = defaultConfig.getConfigMapping(InstitutionConfig.class);

        assertThat(languages.offered()).containsExactly("sr-Cyrl", "sr-Latn", "en");
        assertThat(languages.required()).containsExactly("sr-Cyrl");
        assertThat(languages.fallback())
                .isEqualTo(Map.of("en", List.of("sr-Latn", "sr-Cyrl"), "sr-Latn", List.of("sr-Cyrl")));
        assertThat(institution.timezone()).isEqualTo(ZoneId.of("Europe/Belgrade"));
        assertThat(defaultConfig.getConfigMapping(PackConfig.class).pack()).isEqualTo("center");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WRITE_DELAY=0", "MODE=PostgreSQL", "DATABASE_TO_LOWER=TRUE", "DB_CLOSE_ON_EXIT=FALSE"})
    void theEmbeddedDatabaseKeepsWhatItAcknowledgedAndBehavesAsPostgresqlDoes(String setting) {
        assertThat(shipped().get("quarkus.datasource.jdbc.url"))
                .startsWith("jdbc:h2:file:./data/putokaz;")
                .contains(";" + setting);
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.http.port, 8080",
        "quarkus.management.enabled, true",
        "quarkus.management.port, 9000",
        "quarkus.http.access-log.enabled, false",
        "quarkus.security.jaxrs.deny-unannotated-endpoints, true",
        "quarkus.oidc.tenant-enabled, false",
        "quarkus.oidc.application-type, service",
        "quarkus.oidc.token.audience, putokaz",
        "quarkus.oidc.token.allow-opaque-token-introspection, false",
        "quarkus.hibernate-orm.schema-management.strategy, none",
        "quarkus.flyway.migrate-at-start, true"
    })
    void whatOthersRelyOnIsShipped(String setting, String value) {
        assertThat(shipped()).containsEntry(setting, value);
    }

    @Test
    void theTableOfSettingsListsEveryDefault() throws IOException {
        String table = Files.readString(BASE.resolve("docs/configuration.md"));

        assertThat(defaults()).allSatisfy((setting, value) -> {
            if (value.equals("none")) {
                assertThat(table).containsPattern(Pattern.quote("| `" + setting) + "[.`]");
            } else {
                assertThat(table).contains("| `" + setting + "` | `" + value + "` |");
            }
        });
    }

    /** Every setting of the mappings with its default, or {@code none}. */
    private static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        for (Class<?> mapping : MAPPINGS) {
            String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
            Arrays.stream(mapping.getDeclaredMethods())
                    .filter(method -> !method.isSynthetic())
                    .forEach(method -> defaults.put(prefix + "." + setting(method), defaultOf(method)));
        }
        return defaults;
    }

    private static String setting(Method method) {
        return method.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
    }

    private static String defaultOf(Method method) {
        WithDefault value = method.getAnnotation(WithDefault.class);
        return value == null ? "none" : value.value();
    }

    private static Map<String, String> shipped() {
        Map<String, String> settings = new TreeMap<>();
        try (InputStream in = Files.newInputStream(BASE.resolve("src/main/resources/application.properties"))) {
            Properties properties = new Properties();
            properties.load(in);
            properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
            return settings;
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

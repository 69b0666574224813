package org.putokaz.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.SettableClock;
import org.putokaz.problem.ProblemException;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditTrail;

/** Keys of the configuration, and the first generated key. */
@DatabaseTest
@TestProfile(Apart.class)
class ConfiguredKeysTest {

    private static final Actor ADMIN = Actor.service("proba");

    private final String oldest = Ed25519Keys.encode(Ed25519Keys.generate().getPrivate());
    private final String older = Ed25519Keys.encode(Ed25519Keys.generate().getPrivate());
    private final String newest = Ed25519Keys.encode(Ed25519Keys.generate().getPrivate());
    private final Instant start = Instant.now();

    @Inject
    SigningKeyFixture keys;

    @Inject
    SigningKeyRepository repository;

    @Inject
    SigningKeyCache cache;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    @BeforeEach
    void setUp() {
        keys.backUp();
        keys.deleteAll();
    }

    @AfterEach
    void tearDown() {
        keys.restore();
        SettableClock.run();
    }

    /** Node that has just started with these keys in its configuration. */
    private final class Node {

        final KeyRotationService rotations;
        final JwsSigner signer;

        Node(String... configured) {
            SigningConfig config = config(configured);
            PrivateKeyProvider privateKeys = new PrivateKeyProvider(config);
            rotations = new KeyRotationService(repository, cache, privateKeys, config, trail, clock);
            signer = new JwsSigner(cache, privateKeys, clock);
            new SigningKeyBootstrap(repository, privateKeys, rotations, config, clock).ensureSigningKey();
            cache.invalidate();
        }
    }

    private static SigningConfig config(String... configured) {
        Map<String, String> settings = configured.length == 0
                ? Map.of()
                : Map.of("putokaz.signing.private-keys", String.join(",", configured));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SigningConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(SigningConfig.class);
    }

    private static String kid(String key) {
        return Ed25519Keys.thumbprint(
                Ed25519Keys.publicKeyCoordinate(Ed25519Keys.parse(key).getPublic()));
    }

    private static List<String> kids(String... configured) {
        return Arrays.stream(configured).map(ConfiguredKeysTest::kid).toList();
    }

    private static List<String> publishedKids() {
        return SigningKeyFixture.publishedKeySet().getKeys().stream()
                .map(JWK::getKeyID)
                .toList();
    }

    @Test
    void theLastKeySignsAtOnceWhenThereIsNoOther() throws Exception {
        Node node = new Node(older, newest);

        assertThat(node.signer.kid()).isEqualTo(kid(newest));
        assertThat(publishedKids()).containsExactlyInAnyOrderElementsOf(kids(older, newest));
        assertThat(SigningKeyFixture.isValid(node.signer.signDetached(new byte[] {1}), new byte[] {1}))
                .isTrue();
        assertThat(keys.storedPrivateKey(kid(newest))).isNull();
    }

    @Test
    void aKeyAddedLaterIsPublishedBeforeItSigns() {
        new Node(older);
        Node restarted = new Node(older, newest);

        assertThat(restarted.signer.kid()).isEqualTo(kid(older));
        assertThat(publishedKids()).containsExactlyElementsOf(kids(newest, older));
        SettableClock.set(start.plus(Duration.ofDays(1)).plusSeconds(60));
        assertThat(restarted.signer.kid()).isEqualTo(kid(newest));
        assertThat(new Node(newest).signer.kid()).isEqualTo(kid(newest));
        assertThat(publishedKids()).containsExactlyElementsOf(kids(newest, older));
    }

    @Test
    void configuredKeysReplaceAGeneratedOne() {
        String generated = new Node().signer.kid();
        Node configured = new Node(oldest, newest);

        assertThat(configured.signer.kid()).isEqualTo(generated);
        SettableClock.set(start.plus(Duration.ofDays(2)));
        assertThat(configured.signer.kid()).isEqualTo(kid(newest));
        assertThat(publishedKids()).contains(generated);
    }

    @Test
    void aNodeWithoutTheKeyThatSignsDoesNotStart() {
        new Node(older);

        assertThatThrownBy(() -> new Node()).hasMessageContaining("putokaz.signing.private-keys");
    }

    @Test
    void anOlderKeyAddedLaterIsPublishedAndNeverSigns() {
        new Node(newest);
        Node node = new Node(older, newest);
        SettableClock.set(start.plus(Duration.ofDays(2)));

        assertThat(node.signer.kid()).isEqualTo(kid(newest));
        assertThat(publishedKids()).containsExactlyInAnyOrderElementsOf(kids(older, newest));
    }

    @Test
    void aMalformedKeyStopsTheStartAndIsNotInTheMessage() {
        assertThatThrownBy(() -> new Node(older, "kanarinac"))
                .hasMessage(
                        "putokaz.signing.private-keys: number 2 is not an Ed25519 private key in PKCS#8 and base64");
    }

    @Test
    void configuredKeysCannotBeRotatedAndTheOnlyOneCannotBeRevoked() {
        Node node = new Node(newest);

        assertThatThrownBy(() -> node.rotations.rotate(ADMIN))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("signing-keys-configured");
        assertThatThrownBy(() -> node.rotations.revoke(kid(newest), ADMIN))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no-other-signing-key");
        assertThat(node.signer.kid()).isEqualTo(kid(newest));
    }

    @Test
    void afterARevocationTheNextConfiguredKeySigns() {
        new Node(older);
        Node node = new Node(older, newest);
        node.rotations.revoke(kid(older), ADMIN);

        assertThat(node.signer.kid()).isEqualTo(kid(newest));
        assertThat(publishedKids()).containsExactly(kid(newest));
    }

    @Test
    void nodesThatStartAtTheSameTimeGenerateOneKey() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(6);
        try {
            List<Future<String>> starts = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                starts.add(executor.submit(() -> new Node().signer.kid()));
            }
            for (Future<String> nodeStart : starts) {
                nodeStart.get(1, TimeUnit.MINUTES);
            }
        } finally {
            executor.shutdownNow();
        }

        assertThat(publishedKids()).hasSize(1);
    }
}

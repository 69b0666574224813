package org.putokaz.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.SettableClock;
import org.putokaz.problem.ProblemException;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditTrail;

/** Keys that the operator sets, and the first of those that are made here. */
@DatabaseTest
@TestProfile(Apart.class)
class ConfiguredKeysTest {

    private static final Actor ADMIN = Actor.service("proba");

    private final String oldest = Ed25519Keys.write(Ed25519Keys.fresh().getPrivate());
    private final String older = Ed25519Keys.write(Ed25519Keys.fresh().getPrivate());
    private final String newest = Ed25519Keys.write(Ed25519Keys.fresh().getPrivate());
    private final Instant start = Instant.now();

    @Inject
    Keys keys;

    @Inject
    SigningKeyRepository stored;

    @Inject
    SigningKeyCache ring;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    @BeforeEach
    void begin() {
        keys.putAside();
        keys.forgetAll();
    }

    @AfterEach
    void end() {
        keys.bringBack();
        SettableClock.run();
    }

    /** A node with these keys in its configuration, that has just started. */
    private final class Node {

        final KeyRotationService office;
        final JwsSigner signer;

        Node(String... configured) {
            SigningConfig config = config(configured);
            PrivateKeyProvider own = new PrivateKeyProvider(config);
            office = new KeyRotationService(stored, ring, own, config, trail, clock);
            signer = new JwsSigner(ring, own, clock);
            new SigningKeyBootstrap(stored, own, office, config).takeIn(own);
            ring.letGo();
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
        return Ed25519Keys.thumbprint(Ed25519Keys.x(Ed25519Keys.read(key).getPublic()));
    }

    private static List<String> kids(String... configured) {
        return Arrays.stream(configured).map(ConfiguredKeysTest::kid).toList();
    }

    private static List<String> shown() {
        return Keys.published().getKeys().stream().map(key -> key.getKeyID()).collect(Collectors.toList());
    }

    @Test
    void theLastOneSignsAtOnceWhereNothingWasSignedBefore() throws Exception {
        Node node = new Node(older, newest);

        assertThat(node.signer.kid()).isEqualTo(kid(newest));
        assertThat(shown()).containsExactlyInAnyOrderElementsOf(kids(older, newest));
        assertThat(Keys.holds(node.signer.detached(new byte[] {1}), new byte[] {1}))
                .isTrue();
        assertThat(keys.privateHalf(kid(newest))).isNull();
    }

    @Test
    void oneThatIsAddedLaterIsShownFirstAndSignsLater() {
        new Node(older);
        Node restarted = new Node(older, newest);

        assertThat(restarted.signer.kid()).isEqualTo(kid(older));
        assertThat(shown()).containsExactlyElementsOf(kids(newest, older));
        SettableClock.set(start.plus(Duration.ofDays(1)).plusSeconds(60));
        assertThat(restarted.signer.kid()).isEqualTo(kid(newest));
        assertThat(new Node(newest).signer.kid()).isEqualTo(kid(newest));
        assertThat(shown()).containsExactlyElementsOf(kids(newest, older));
    }

    @Test
    void theyTakeOverFromTheOneThatWasMadeHere() {
        String made = new Node().signer.kid();
        Node configured = new Node(oldest, newest);

        assertThat(configured.signer.kid()).isEqualTo(made);
        SettableClock.set(start.plus(Duration.ofDays(2)));
        assertThat(configured.signer.kid()).isEqualTo(kid(newest));
        assertThat(shown()).contains(made);
    }

    @Test
    void aNodeWithoutTheKeyThatSignsDoesNotStart() {
        new Node(older);

        assertThatThrownBy(() -> new Node()).hasMessageContaining("putokaz.signing.private-keys");
    }

    @Test
    void anOlderOneThatIsAddedLaterIsShownAndNeverSigns() {
        new Node(newest);
        Node node = new Node(older, newest);
        SettableClock.set(start.plus(Duration.ofDays(2)));

        assertThat(node.signer.kid()).isEqualTo(kid(newest));
        assertThat(shown()).containsExactlyInAnyOrderElementsOf(kids(older, newest));
    }

    @Test
    void aSettingThatIsNoKeyStopsTheStartAndIsNotShown() {
        assertThatThrownBy(() -> new Node(older, "kanarinac"))
                .hasMessage(
                        "putokaz.signing.private-keys: number 2 is not an Ed25519 private key in PKCS#8 and base64");
    }

    @Test
    void theyAreNotRotatedHereAndTheOnlyOneIsNotRevoked() {
        Node node = new Node(newest);

        assertThatThrownBy(() -> node.office.rotate(ADMIN))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("signing-keys-configured");
        assertThatThrownBy(() -> node.office.revoke(kid(newest), ADMIN))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no-other-signing-key");
        assertThat(node.signer.kid()).isEqualTo(kid(newest));
    }

    @Test
    void aStolenOneIsFollowedByTheNextOne() {
        new Node(older);
        Node node = new Node(older, newest);
        node.office.revoke(kid(older), ADMIN);

        assertThat(node.signer.kid()).isEqualTo(kid(newest));
        assertThat(shown()).containsExactly(kid(newest));
    }

    @Test
    void nodesThatStartAtOnceMakeOneKey() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        try {
            List<Future<String>> starts = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                starts.add(nodes.submit(() -> new Node().signer.kid()));
            }
            for (Future<String> one : starts) {
                one.get(1, TimeUnit.MINUTES);
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(shown()).hasSize(1);
    }
}

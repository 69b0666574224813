package org.putokaz.webhook.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A failure is a refusal when its reason may lie in what was sent. */
class DeliveryResultTest {

    private static boolean isRefusal(int status) {
        return DeliveryResult.ofResponse(status, new byte[0], null, Duration.ZERO)
                .isRefusal();
    }

    @ParameterizedTest
    @CsvSource({"301", "400", "401", "404", "408", "413", "422", "500", "502", "504"})
    void aStatusThatMayConcernTheContentIsARefusal(int status) {
        assertThat(isRefusal(status)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"200", "204", "410", "429", "503"})
    void acceptanceGoneAndARequestForTimeAreNone(int status) {
        assertThat(isRefusal(status)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = DeliveryFailure.class,
            names = {"TIMED_OUT", "BROKEN_OFF"})
    void aReceiverMayRefuseByBreakingOffOrTakingTooLong(DeliveryFailure failure) {
        assertThat(DeliveryResult.failed(failure, Duration.ZERO).isRefusal()).isTrue();
    }

    @Test
    void aReceiverThatIsNotReachedRefusesNothing() {
        assertThat(DeliveryResult.failed(DeliveryFailure.NOT_CONNECTED, Duration.ZERO)
                        .isRefusal())
                .isFalse();
        assertThat(DeliveryResult.failed(DeliveryFailure.NAME_NOT_RESOLVED, Duration.ZERO)
                        .isRefusal())
                .isFalse();
    }
}

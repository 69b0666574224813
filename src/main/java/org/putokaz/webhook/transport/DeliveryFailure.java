package org.putokaz.webhook.transport;

import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.common.WireEnum;
import org.putokaz.problem.Message;

/** Reason why an attempt failed. */
@Schema(name = "Fault")
public enum DeliveryFailure implements WireEnum {
    /** The host name has no address. */
    NAME_NOT_RESOLVED("webhook-name-not-resolved"),
    /** The host, or one of its addresses, is not on the public internet. */
    ADDRESS_NOT_PUBLIC("webhook-address-not-public"),
    NOT_CONNECTED("webhook-not-connected"),
    CERTIFICATE_NOT_TRUSTED("webhook-certificate-not-trusted"),
    TIMED_OUT("webhook-timed-out"),
    BROKEN_OFF("webhook-broken-off"),
    /** The status of the response is not 2xx. */
    NOT_ACCEPTED("webhook-not-accepted"),
    /** The response is 2xx, but does not contain the challenge. */
    CHALLENGE_NOT_ANSWERED("webhook-challenge-not-answered");

    private final String code;

    DeliveryFailure(String code) {
        this.code = code;
    }

    /** The failure in words. */
    public Message message() {
        return Message.of(code);
    }

    /** The inverse of {@link #wireName}. */
    public static DeliveryFailure ofToken(String token) {
        return Arrays.stream(values())
                .filter(failure -> failure.wireName().equals(token))
                .findFirst()
                .orElseThrow();
    }
}

package org.putokaz.webhook.transport;

import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.common.WireEnum;
import org.putokaz.problem.Message;

/** What can go wrong with an attempt. */
@Schema(name = "Fault")
public enum DeliveryFailure implements WireEnum {
    /** The host's name has no address. */
    NAME_NOT_RESOLVED("webhook-name-not-resolved"),
    /** The host, or one of its addresses, is not of the public internet. */
    ADDRESS_NOT_PUBLIC("webhook-address-not-public"),
    NOT_CONNECTED("webhook-not-connected"),
    CERTIFICATE_NOT_TRUSTED("webhook-certificate-not-trusted"),
    TIMED_OUT("webhook-timed-out"),
    BROKEN_OFF("webhook-broken-off"),
    /** There was an answer, but no 2xx. */
    NOT_ACCEPTED("webhook-not-accepted"),
    /** It was accepted, but the answer does not hold the challenge. */
    CHALLENGE_NOT_ANSWERED("webhook-challenge-not-answered");

    private final String code;

    DeliveryFailure(String code) {
        this.code = code;
    }

    /** For people. */
    public Message message() {
        return Message.of(code);
    }

    public static DeliveryFailure named(String token) {
        return Arrays.stream(values())
                .filter(fault -> fault.token().equals(token))
                .findFirst()
                .orElseThrow();
    }

    /** Ends an attempt before there is an answer. */
    public static final class Happened extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final DeliveryFailure fault;

        Happened(DeliveryFailure fault) {
            super(fault.token(), null, false, false);
            this.fault = fault;
        }

        public DeliveryFailure fault() {
            return fault;
        }
    }
}

package org.putokaz.webhook;

import java.util.Arrays;
import org.putokaz.http.Token;
import org.putokaz.problem.Message;

/** What can go wrong with an attempt. */
enum Fault implements Token {
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

    Fault(String code) {
        this.code = code;
    }

    /** For people. */
    Message message() {
        return Message.of(code);
    }

    static Fault named(String token) {
        return Arrays.stream(values())
                .filter(fault -> fault.token().equals(token))
                .findFirst()
                .orElseThrow();
    }

    /** Ends an attempt before there is an answer. */
    static final class Happened extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Fault fault;

        Happened(Fault fault) {
            super(fault.token(), null, false, false);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }
}

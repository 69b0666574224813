package org.putokaz.webhook.transport;

/** Failure of an attempt before a request was sent. Without a stack trace: it is an expected result. */
public final class DeliveryFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DeliveryFailure failure;

    DeliveryFailedException(DeliveryFailure failure) {
        super(failure.wireName(), null, false, false);
        this.failure = failure;
    }

    public DeliveryFailure failure() {
        return failure;
    }
}

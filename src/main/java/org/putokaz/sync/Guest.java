package org.putokaz.sync;

import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.atomic.AtomicBoolean;

/** Somebody who waits for a change: knows what was found for him last, and is answered once. */
final class Guest {

    private final UniEmitter<? super ChangePage> emitter;
    private final AtomicBoolean gone = new AtomicBoolean();
    private volatile Stretches.Answer latest;

    Guest(UniEmitter<? super ChangePage> emitter, Stretches.Answer latest) {
        this.emitter = emitter;
        this.latest = latest;
    }

    void learn(Stretches.Answer answer) {
        latest = answer;
    }

    /** Where he sits: with all others who wait for the same. */
    Question seat() {
        return latest.next();
    }

    boolean isGone() {
        return gone.get();
    }

    /** Answers with the latest, or does nothing where that is done; says whether it was this call that did it. */
    boolean leave() {
        if (!gone.compareAndSet(false, true)) {
            return false;
        }
        emitter.complete(latest.page());
        return true;
    }
}

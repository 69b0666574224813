package org.putokaz.editorial.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Runs the recorder of published changes at once, which the service does every second. */
@ApplicationScoped
public class CatchUp {

    @Inject
    LiveChangeRecorder recorder;

    public void now() {
        recorder.catchUp();
    }
}

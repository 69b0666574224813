package org.putokaz;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, after the one setting that Quarkus reads before any configuration. */
@QuarkusMain
public final class Putokaz {

    private Putokaz() {}

    public static void main(String... arguments) {
        // Quarkus would answer a malformed URL with an empty 400; RawTarget says what is wrong with it.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(arguments);
    }
}

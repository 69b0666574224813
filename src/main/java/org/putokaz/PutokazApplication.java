package org.putokaz;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.putokaz.security.token.TokenFormat;

/**
 * Main class. Starts the service; with the argument {@value #NEW_TOKEN} it prints a fresh API token, which an operator
 * can configure as the first administrator's, and exits.
 */
@QuarkusMain
public class PutokazApplication {

    private static final String NEW_TOKEN = "new-token";

    public static void main(String... arguments) {
        if (arguments.length == 1 && arguments[0].equals(NEW_TOKEN)) {
            System.out.println(TokenFormat.generate());
            return;
        }
        // Read before any configuration. Quarkus would answer a malformed URL with an empty 400; EdgeHandler says what
        // is
        // wrong with it.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(arguments);
    }
}

package org.putokaz;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.putokaz.security.token.TokenFormat;

/**
 * Starts the service, after the one setting that Quarkus reads before any configuration; or, asked for {@value
 * #NEW_TOKEN}, prints a token that an operator can make the first admin's, and ends.
 */
@QuarkusMain
public class PutokazApplication {

    private static final String NEW_TOKEN = "new-token";

    public static void main(String... arguments) {
        if (arguments.length == 1 && arguments[0].equals(NEW_TOKEN)) {
            System.out.println(TokenFormat.fresh());
            return;
        }
        // Quarkus would answer a malformed URL with an empty 400; RawTarget says what is wrong with it.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(arguments);
    }
}

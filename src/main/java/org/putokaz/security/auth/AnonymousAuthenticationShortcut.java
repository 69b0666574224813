package org.putokaz.security.auth;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;
import org.putokaz.http.request.PathAccess;

/**
 * Shortcut for anonymous requests of public paths. It exists for speed alone; without it every response is the same.
 *
 * <p>With Micrometer on the class path, Quarkus builds an index of all resource paths for each request, so that it
 * knows the path template of a request whose authentication fails. An anonymous request of a public path cannot fail
 * there: it has no credential to refuse, and {@link DenyByDefaultPolicy} permits it. Quarkus skips the index for a
 * request that already has a failure handler (docs/decisions/0026).
 */
final class AnonymousAuthenticationShortcut {

    private static final BiConsumer<RoutingContext, Throwable> FAILURE_HANDLER = RoutingContext::fail;

    private AnonymousAuthenticationShortcut() {}

    /** To be called for a request without credentials; does nothing when its path is not public. */
    static void skipResourceLookup(RoutingContext context) {
        if (PathAccess.isPublic(context.normalizedPath())) {
            context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, FAILURE_HANDLER);
        }
    }
}

package org.putokaz.security.auth;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.putokaz.http.request.PathAccess;

/**
 * Global policy that denies anonymous requests outside the public paths. It decides by the path alone and runs first.
 * Roles are checked on each resource, because one path has more spellings than a list of path rules can cover
 * (CVE-2023-4853).
 */
@ApplicationScoped
class DenyByDefaultPolicy implements HttpSecurityPolicy {

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        if (PathAccess.isPublic(request.normalizedPath())) {
            return CheckResult.permit();
        }
        return identity.map(known -> known.isAnonymous() ? CheckResult.DENY : CheckResult.PERMIT);
    }
}

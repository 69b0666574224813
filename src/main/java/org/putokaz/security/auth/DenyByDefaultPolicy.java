package org.putokaz.security.auth;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.putokaz.http.request.PathAccess;

/**
 * Nothing answers somebody unknown but what is public. This looks at the path alone and comes first; what a role may do
 * stands on each resource, because paths have more spellings than any list of them (knowledge of other systems' holes).
 */
@ApplicationScoped
class DenyByDefaultPolicy implements HttpSecurityPolicy {

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        if (PathAccess.isPublic(request.normalizedPath())) {
            return CheckResult.permit();
        }
        return identity.map(who -> who.isAnonymous() ? CheckResult.DENY : CheckResult.PERMIT);
    }
}

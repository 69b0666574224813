package org.putokaz.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Contract;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.http.RawHttp;

/**
 * Access control of every resource: anonymous clients reach public paths only, and each role what it may use, however a
 * path is spelt.
 */
@HttpTest
class AccessControlTest {

    private static final List<String> PUBLIC = List.of("/api", "/openapi", "/docs", "/.well-known", "/hsds");
    private static final Set<String> FOR_EVERY_ROLE = Set.of("/editorial/v1/me");
    private static final String SOME_ID = "01a20a8f-f164-784f-8978-7991cf34943f";

    @Inject
    BeanManager beans;

    @Inject
    Routes routes;

    /** Resource without a role annotation, on a public path. */
    @Path("/api/forgotten")
    static class ResourceWithoutRole {

        @GET
        @org.eclipse.microprofile.openapi.annotations.Operation(hidden = true)
        public String get() {
            return "forgotten";
        }
    }

    /** Method and path of the request line. */
    private record Operation(String method, String path) {}

    @ApplicationScoped
    static class Routes {

        private Router router;

        void onRouterCreated(@Observes Router router) {
            this.router = router;
        }

        List<String> paths() {
            return router.getRoutes().stream()
                    .map(Route::getPath)
                    .filter(path -> path != null && !path.isEmpty())
                    .toList();
        }
    }

    private static boolean isPublic(String path) {
        return PUBLIC.stream().anyMatch(path::startsWith);
    }

    /** Previews, whose URL contains the token. */
    private static boolean isPreview(String path) {
        return path.startsWith("/preview/");
    }

    private static String filled(String template) {
        return template.replaceAll("\\{[^}]*}", SOME_ID);
    }

    /** The operations of all resource beans. */
    private List<Operation> resources() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .flatMap(AccessControlTest::operationsOf)
                .distinct()
                .toList();
    }

    /** The path may be declared on one type of a class and the methods on another. */
    private static Stream<Operation> operationsOf(Class<?> bean) {
        Set<Class<?>> types = new java.util.LinkedHashSet<>();
        collectTypes(bean, types);
        return types.stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .map(type -> type.getAnnotation(Path.class).value())
                .flatMap(base -> types.stream().flatMap(type -> operations(base, type)));
    }

    private static void collectTypes(Class<?> type, Set<Class<?>> types) {
        if (type != null && types.add(type)) {
            collectTypes(type.getSuperclass(), types);
            Arrays.stream(type.getInterfaces()).forEach(parent -> collectTypes(parent, types));
        }
    }

    private static Stream<Operation> operations(String base, Class<?> type) {
        return Arrays.stream(type.getMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .filter(verb -> verb != null)
                        .map(verb -> new Operation(verb.value(), filled(path(base, method)))));
    }

    private static String path(String base, Method method) {
        Path own = method.getAnnotation(Path.class);
        return "/"
                + (base + "/" + (own == null ? "" : own.value()))
                        .replaceAll("^/+|/+$", "")
                        .replaceAll("/+", "/");
    }

    private List<Operation> guarded() {
        List<Operation> guarded = resources().stream()
                .filter(operation -> !isPublic(operation.path()) && !isPreview(operation.path()))
                .toList();
        assertThat(guarded)
                .contains(new Operation("DELETE", "/editorial/v1/tokens/" + SOME_ID))
                .contains(new Operation("GET", "/editorial/v1/audit/verify"));
        return guarded;
    }

    @Test
    void everyResourceThatIsNotPublicRequiresAToken() {
        String refusal = RawHttp.get("/editorial/v1/no-such-thing").text();
        for (Operation operation : guarded()) {
            RawHttp.Response answer = RawHttp.send(operation.method(), operation.path(), "Content-Length: 0");
            assertThat(answer.status()).as(operation.toString()).isEqualTo(401);
            // The response does not reveal whether the resource exists.
            assertThat(answer.text()).as(operation.toString()).isEqualTo(refusal);
        }
    }

    @Test
    void aMadeUpPreviewLinkIsRefused() {
        resources().stream()
                .filter(operation -> isPreview(operation.path()))
                .forEach(operation -> assertThat(RawHttp.send(operation.method(), operation.path())
                                .status())
                        .as(operation.toString())
                        .isEqualTo(401));
    }

    @Test
    void everyOperationOfTheContractIsOneOfTheResources() throws IOException {
        JsonNode paths = new ObjectMapper()
                .readTree(java.nio.file.Files.readString(Contract.FILE))
                .get("paths");
        Set<String> documented = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method ->
                                documented.add(method.toUpperCase(Locale.ROOT) + " " + filled(path.getKey()))));
        Set<String> real = resources().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).isNotEmpty().isSubsetOf(real);
    }

    @Test
    void noRouteButThePublicOnesAnswersAnonymousRequests() {
        assertThat(routes.paths()).anyMatch(path -> path.startsWith("/docs"));
        for (String path : routes.paths()) {
            String concrete = path.replaceAll("[*:].*", "x");
            if (!isPublic(concrete) && concrete.startsWith("/")) {
                assertThat(RawHttp.get(concrete).status()).as(path).isIn(401, 404);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/metrics",
                "/q/dev",
                "/q/dev-ui",
                "/q/openapi",
                "/health",
                "/metrics",
                "/h2-console"
            })
    void operationalEndpointsAreNotOnThePublicPort(String path) {
        assertThat(RawHttp.get(path).status()).isEqualTo(404);
        assertThat(RawHttp.get(path, "Authorization: Bearer " + Tokens.admin()).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "HEAD", "TRACE", "PROPFIND", "BREW", "POST", "PUT", "PATCH", "DELETE"})
    void noMethodRevealsToAnonymousClientsWhatExists(String method) {
        for (String path :
                List.of("/editorial", "/editorial/v1", "/editorial/v1/tokens", "/partner", "/partner/v1/nope")) {
            RawHttp.Response answer = RawHttp.send(method, path, "Content-Length: 0");
            assertThat(answer.status()).as(method + " " + path).isEqualTo(401);
            assertThat(answer.header("Allow")).isNull();
        }
    }

    /** Spellings of URLs that have bypassed path rules in other systems. */
    private static List<String> spellings(String path) {
        int end = path.lastIndexOf('/');
        String before = path.substring(0, end);
        String last = path.substring(end + 1);
        String first = path.substring(1, path.indexOf('/', 1));
        String rest = path.substring(path.indexOf('/', 1));
        String encoded = "%" + Integer.toHexString(last.charAt(0)) + last.substring(1);
        return List.of(
                path + "/",
                path + ";x",
                path + "%3Bx",
                "/" + path,
                before + "//" + last,
                before + "/./" + last,
                before + "/" + encoded,
                path + "%2F",
                before + "%2F" + last,
                "/" + first + ";a=b" + rest,
                "/" + first + "%3Ba" + rest,
                before + "/x/../" + last,
                path + "/%2e",
                path + "%3Bx/",
                path + "%3bx?limit=1",
                "/%" + Integer.toHexString(first.charAt(0)) + first.substring(1) + rest + ";",
                "/api/.." + path,
                "/api/%2e%2e" + path,
                "/api/..%2f" + path.substring(1),
                "/api/..;" + path,
                "/docs/.." + path,
                "/docs/..%2F.." + path,
                path.toUpperCase(Locale.ROOT),
                path + "%00",
                path + "%20",
                path + "?lang=en",
                path + "#x",
                path + "\\",
                "/api/v1" + path,
                "http://localhost" + path);
    }

    @Test
    void noSpellingOfAPathAdmitsAnonymousRequests() {
        guarded().stream().map(Operation::path).distinct().forEach(path -> {
            for (String spelling : spellings(path)) {
                int status = RawHttp.get(spelling).status();
                assertThat(status).as(spelling).isBetween(400, 499);
            }
        });
    }

    @Test
    void noSpellingOfAPathBypassesARole() {
        String partner = "Authorization: Bearer " + Tokens.of(Role.PARTNER);
        guarded().stream()
                .map(Operation::path)
                .filter(path -> !FOR_EVERY_ROLE.contains(path) && !path.startsWith("/partner"))
                .distinct()
                .forEach(path -> {
                    for (String spelling : spellings(path)) {
                        int status = RawHttp.get(spelling, partner).status();
                        assertThat(status).as(spelling).isBetween(400, 499);
                    }
                });
    }

    @Test
    void aPartnerMayUseNothingOfTheEditorialApiButMe() {
        String partner = "Authorization: Bearer " + Tokens.of(Role.PARTNER);
        for (Operation operation : guarded()) {
            if (operation.path().startsWith("/editorial") && !FOR_EVERY_ROLE.contains(operation.path())) {
                RawHttp.Response answer =
                        RawHttp.send(operation.method(), operation.path(), partner, "Content-Length: 0");
                assertThat(answer.status()).as(operation.toString()).isEqualTo(403);
                assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
                assertThat(answer.text()).contains("\"code\":\"forbidden\"");
            }
        }
    }

    @Test
    void aResourceWithoutARoleIsDenied() {
        assertThat(RawHttp.get("/api/forgotten").status()).isEqualTo(401);
        assertThat(RawHttp.get("/api/forgotten", "Authorization: Bearer " + Tokens.admin())
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /editorial/v1/me, 200, 200, 200, 200",
        "GET, /editorial/v1/audit, 403, 403, 200, 200",
        "GET, /editorial/v1/audit/verify, 403, 403, 403, 200",
        "GET, /editorial/v1/tokens, 403, 403, 403, 200",
        "POST, /editorial/v1/tokens, 403, 403, 403, 400",
        "GET, /editorial/v1/tokens/" + SOME_ID + ", 403, 403, 403, 404",
        "DELETE, /editorial/v1/tokens/" + SOME_ID + ", 403, 403, 403, 404",
        "GET, /editorial/v1/no-such-thing, 404, 404, 404, 404",
        "GET, /partner/v1/webhooks, 200, 200, 200, 200",
        "POST, /partner/v1/webhooks, 400, 400, 400, 400",
        "GET, /partner/v1/webhooks/" + SOME_ID + ", 404, 404, 404, 404",
        "DELETE, /partner/v1/webhooks/" + SOME_ID + ", 404, 404, 404, 404",
        "POST, /partner/v1/webhooks/" + SOME_ID + "/verify, 404, 404, 404, 404",
        "POST, /partner/v1/webhooks/" + SOME_ID + "/test, 404, 404, 404, 404",
        "POST, /partner/v1/webhooks/" + SOME_ID + "/rotate-secret, 404, 404, 404, 404",
        "GET, /partner/v1/webhooks/" + SOME_ID + "/deliveries, 404, 404, 404, 404",
        "GET, /partner/v1/no-such-thing, 404, 404, 404, 404",
        "GET, /api/v1, 200, 200, 200, 200"
    })
    void eachRoleMayUseExactlyItsResources(
            String method, String path, int partner, int editor, int approver, int admin) {
        assertThat(Arrays.stream(Role.values())
                        .map(role -> RawHttp.send(
                                        method, path, "Authorization: Bearer " + Tokens.of(role), "Content-Length: 0")
                                .status()))
                .containsExactly(partner, editor, approver, admin);
    }
}

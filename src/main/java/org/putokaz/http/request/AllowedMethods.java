package org.putokaz.http.request;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which methods a path takes, for the {@code Allow} header that RFC 9110 (section 15.5.6) demands of a 405 and that
 * Quarkus leaves out.
 */
@Singleton
public class AllowedMethods {

    private final List<Route> routes = new CopyOnWriteArrayList<>();

    private record Route(Pattern path, String method) {}

    /** What Quarkus serves by itself, and to any method. */
    private static final List<Route> PAGES = List.of(
            new Route(Pattern.compile("/openapi(\\.json|\\.ya?ml)?"), "GET"),
            new Route(Pattern.compile("/docs(/.*)?"), "GET"));

    @Inject
    public AllowedMethods(BeanManager beans) {
        routes.addAll(PAGES);
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Set<Class<?>> types = new LinkedHashSet<>();
            gather(bean.getBeanClass(), types);
            types.stream()
                    .map(type -> type.getAnnotation(jakarta.ws.rs.Path.class))
                    .filter(Objects::nonNull)
                    .forEach(path -> types.forEach(type -> learn(path(path), type)));
        }
    }

    /** The class, those above it, and what they implement: the path may stand on one and the methods on another. */
    private static void gather(@Nullable Class<?> type, Set<Class<?>> types) {
        if (type != null && types.add(type)) {
            gather(type.getSuperclass(), types);
            Arrays.stream(type.getInterfaces()).forEach(above -> gather(above, types));
        }
    }

    private void learn(String base, Class<?> resource) {
        for (Method method : resource.getMethods()) {
            verbs(method).forEach(verb -> {
                String template = base + path(method.getAnnotation(jakarta.ws.rs.Path.class));
                routes.add(new Route(Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+") + "/?"), verb));
            });
        }
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static String path(jakarta.ws.rs.@Nullable Path path) {
        if (path == null || path.value().isEmpty() || path.value().equals("/")) {
            return "";
        }
        return path.value().startsWith("/") ? path.value() : "/" + path.value();
    }

    /** Whether this is a page for reading only, and the method one that does not read. */
    public boolean isRefusedByPage(String path, String method) {
        return !method.equals("GET")
                && !method.equals("HEAD")
                && PAGES.stream().anyMatch(page -> page.path().matcher(path).matches());
    }

    /** The value of {@code Allow} for this path. */
    public String of(String path) {
        Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        for (Route route : routes) {
            if (route.path().matcher(path).matches()) {
                methods.add(route.method());
                if (route.method().equals("GET")) {
                    methods.add("HEAD");
                }
            }
        }
        return String.join(", ", methods);
    }
}

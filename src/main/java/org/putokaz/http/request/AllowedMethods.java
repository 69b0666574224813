package org.putokaz.http.request;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Index of the methods that each path allows, and of the media types that each takes: for the {@code Allow} header that a
 * 405 must have (RFC 9110, section 15.5.6) and the {@code Accept} header of a 415 (section 15.5.16), which Quarkus leaves
 * out. Built once at start from the annotations of all resources.
 */
@Singleton
public class AllowedMethods {

    /** Pages that Quarkus serves itself, and to any method. */
    private static final List<Route> PAGES = List.of(
            new Route(Pattern.compile("/openapi(\\.json|\\.ya?ml)?"), "GET", List.of()),
            new Route(Pattern.compile("/docs(/.*)?"), "GET", List.of()));

    private final List<Route> routes = new ArrayList<>();

    /** @param mediaTypes of bodies; empty where the operation reads none */
    private record Route(Pattern path, String method, List<String> mediaTypes) {}

    @Inject
    public AllowedMethods(BeanManager beans) {
        routes.addAll(PAGES);
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Set<Class<?>> types = new LinkedHashSet<>();
            collectTypes(bean.getBeanClass(), types);
            types.stream()
                    .map(type -> type.getAnnotation(Path.class))
                    .filter(Objects::nonNull)
                    .forEach(path -> types.forEach(type -> addRoutes(path(path), type)));
        }
    }

    /** Collects a class and its supertypes: the path may be declared on one of them and the methods on another. */
    private static void collectTypes(@Nullable Class<?> type, Set<Class<?>> types) {
        if (type != null && types.add(type)) {
            collectTypes(type.getSuperclass(), types);
            Arrays.stream(type.getInterfaces()).forEach(supertype -> collectTypes(supertype, types));
        }
    }

    private void addRoutes(String base, Class<?> resource) {
        for (Method method : resource.getMethods()) {
            httpMethods(method).forEach(name -> {
                String template = base + path(method.getAnnotation(Path.class));
                Pattern pattern = Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+") + "/?");
                routes.add(new Route(pattern, name, mediaTypes(method)));
            });
        }
    }

    private static Stream<String> httpMethods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static List<String> mediaTypes(Method method) {
        Consumes declared = method.getAnnotation(Consumes.class);
        return declared == null ? List.of() : List.of(declared.value());
    }

    private static String path(@Nullable Path path) {
        if (path == null || path.value().isEmpty() || path.value().equals("/")) {
            return "";
        }
        return path.value().startsWith("/") ? path.value() : "/" + path.value();
    }

    /** Whether the path is a page that Quarkus serves and the method is neither GET nor HEAD. */
    public boolean isRejectedByPage(String path, String method) {
        return !method.equals("GET")
                && !method.equals("HEAD")
                && PAGES.stream().anyMatch(page -> page.path().matcher(path).matches());
    }

    /** The media types of bodies that the method takes at this path, in the declared order; empty where it reads none. */
    public List<String> acceptedMediaTypes(String path, String method) {
        return routes.stream()
                .filter(route -> route.method().equals(method)
                        && route.path().matcher(path).matches())
                .flatMap(route -> route.mediaTypes().stream())
                .distinct()
                .toList();
    }

    /** The value of {@code Allow} for this path. */
    public String allowHeader(String path) {
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

package org.putokaz.http.request;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Which query parameters an operation declares: the same annotations that the OpenAPI document is made from. */
final class DeclaredQueryParameters {

    private static final Map<Method, Set<String>> KNOWN = new ConcurrentHashMap<>();
    private static final Map<Method, Set<String>> REPEATABLE = new ConcurrentHashMap<>();

    private DeclaredQueryParameters() {}

    static Set<String> of(Method method) {
        return KNOWN.computeIfAbsent(method, one -> collect(one, type -> true));
    }

    /** Those that may stand several times: they are declared as lists. */
    static Set<String> repeatable(Method method) {
        return REPEATABLE.computeIfAbsent(method, one -> collect(one, List.class::isAssignableFrom));
    }

    private static Set<String> collect(Method method, Predicate<Class<?>> wanted) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : declared(method).getParameters()) {
            collect(parameter, parameter.getType(), wanted, names);
        }
        return names;
    }

    private static void collect(
            AnnotatedElement element, Class<?> type, Predicate<Class<?>> wanted, Set<String> names) {
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (query != null && wanted.test(type)) {
            names.add(query.value());
        }
        if (element.isAnnotationPresent(BeanParam.class) && type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                collect(field(type, component), component.getType(), wanted, names);
            }
        }
    }

    private static AnnotatedElement field(Class<?> type, RecordComponent component) {
        try {
            return type.getDeclaredField(component.getName());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The method of the interface that carries the annotations, where the resource implements one. */
    static Method declared(Method method) {
        for (Class<?> api : method.getDeclaringClass().getInterfaces()) {
            try {
                return api.getMethod(method.getName(), method.getParameterTypes());
            } catch (NoSuchMethodException notThisOne) {
                continue;
            }
        }
        return method;
    }
}

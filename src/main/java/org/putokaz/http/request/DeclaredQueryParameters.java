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

/** Query parameters that an operation declares, read from the annotations that the OpenAPI document is made from. */
final class DeclaredQueryParameters {

    private static final Map<Method, Set<String>> ALL = new ConcurrentHashMap<>();
    private static final Map<Method, Set<String>> REPEATABLE = new ConcurrentHashMap<>();

    private DeclaredQueryParameters() {}

    /** The names of all parameters of the operation, in alphabetical order. */
    static Set<String> of(Method method) {
        return ALL.computeIfAbsent(method, operation -> collect(operation, type -> true));
    }

    /** The names of those that may be repeated, because they are declared as lists. */
    static Set<String> repeatable(Method method) {
        return REPEATABLE.computeIfAbsent(method, operation -> collect(operation, List.class::isAssignableFrom));
    }

    private static Set<String> collect(Method method, Predicate<Class<?>> filter) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : declared(method).getParameters()) {
            collect(parameter, parameter.getType(), filter, names);
        }
        return names;
    }

    private static void collect(
            AnnotatedElement element, Class<?> type, Predicate<Class<?>> filter, Set<String> names) {
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (query != null && filter.test(type)) {
            names.add(query.value());
        }
        if (element.isAnnotationPresent(BeanParam.class) && type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                collect(field(type, component), component.getType(), filter, names);
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

    /** The method of the interface that a resource implements, which has the annotations; else the method itself. */
    static Method declared(Method method) {
        for (Class<?> api : method.getDeclaringClass().getInterfaces()) {
            try {
                return api.getMethod(method.getName(), method.getParameterTypes());
            } catch (NoSuchMethodException declaredByAnotherInterface) {
                // The next interface is tried.
            }
        }
        return method;
    }
}

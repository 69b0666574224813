package org.putokaz.live.consistency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Interceptor binding of a consistent read: whatever the method reads from the published store, in however many queries, is
 * of one version of it, so that a response never shows half of a publishing set. {@link ConsistentReadExecutor} explains
 * how.
 *
 * <p>The method may be called several times for one result, and must not have side effects.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ConsistentRead {

    /** Whether to read in a snapshot transaction from the start: for long reads, and for entities of a session. */
    boolean snapshotTransaction() default false;
}

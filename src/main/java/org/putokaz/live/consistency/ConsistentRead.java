package org.putokaz.live.consistency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Everything this reads from the store it reads as of one moment, however many statements it takes: an answer never
 * shows half of a publishing set. What publishes moves the feed on in the same transaction, so reads between which it
 * has not moved are of one state: there is no transaction, and when it has moved, all is read again.
 *
 * <p>So what is called must bear being called twice.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ConsistentRead {

    /** In one transaction, with a snapshot of the database: for what reads long, or a session's own entities. */
    boolean held() default false;
}

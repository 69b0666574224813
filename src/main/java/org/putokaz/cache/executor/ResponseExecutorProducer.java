package org.putokaz.cache.executor;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Producer of the {@link ResponseExecutor} with its configured size. */
@Singleton
class ResponseExecutorProducer {

    private static final String THREAD_NAME = "answers";
    /** One thread computes while another waits for the database. */
    private static final int THREADS_PER_PROCESSOR = 2;

    private static final long MAX_QUEUE_DELAY_MILLIS = 50;

    @Produces
    @Singleton
    ResponseExecutor responseExecutor(ResponseExecutorConfig config) {
        int size = config.threads()
                .orElse(THREADS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
        return new ResponseExecutor(THREAD_NAME, size, MAX_QUEUE_DELAY_MILLIS);
    }
}

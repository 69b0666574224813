package org.putokaz.live.feed;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Actions that run after the commit of the current transaction, and not at all when it is rolled back. Advances of the feed
 * run before schedule updates: in the other order a response from before the change would for a moment count as current and
 * as not awaiting a change.
 */
final class PostCommitActions implements Synchronization {

    private final List<Runnable> advances = new ArrayList<>();
    private final List<Runnable> scheduleUpdates = new ArrayList<>();

    private PostCommitActions() {}

    static PostCommitActions of(TransactionSynchronizationRegistry transactions) {
        PostCommitActions known = (PostCommitActions) transactions.getResource(PostCommitActions.class);
        if (known == null) {
            known = new PostCommitActions();
            transactions.putResource(PostCommitActions.class, known);
            transactions.registerInterposedSynchronization(known);
        }
        return known;
    }

    void addAdvance(Runnable advance) {
        advances.add(advance);
    }

    void addScheduleUpdate(Runnable update) {
        scheduleUpdates.add(update);
    }

    @Override
    public void beforeCompletion() {
        // Nothing to prepare.
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            advances.forEach(Runnable::run);
            scheduleUpdates.forEach(Runnable::run);
        }
    }
}

package org.putokaz.security.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reader of chosen actions of the audit trail. All methods need a transaction. */
@ApplicationScoped
public class AuditReader {

    private final AuditRepository repository;

    @Inject
    AuditReader(AuditRepository repository) {
        this.repository = repository;
    }

    /**
     * An action as it was recorded.
     *
     * @param position 1, 2, 3 ... without a gap
     * @param details of the event; empty when they are not those that were recorded
     */
    public record RecordedAction(
            long position,
            Instant at,
            String actorName,
            String action,
            @Nullable UUID entry,
            @Nullable Integer revision,
            Map<String, String> details) {

        static RecordedAction of(AuditEntryEntity entity) {
            return new RecordedAction(
                    entity.position,
                    entity.at,
                    entity.actorName,
                    entity.action,
                    entity.entry,
                    entity.revision,
                    entity.toEntry().map(AuditEntry::details).orElse(Map.of()));
        }
    }

    /**
     * Finds actions, the newest first.
     *
     * @param entry only those on this entry; null for all
     * @param before only those before this position; null for all
     */
    public List<RecordedAction> findNewest(
            Collection<String> actions, @Nullable UUID entry, @Nullable Long before, int limit) {
        AuditFilter filter = new AuditFilter()
                .and("a.action in :actions", "actions", actions)
                .and("a.entry = :entry", "entry", entry)
                .and("a.position < :before", "before", before);
        return repository.findNewest(filter, limit).stream()
                .map(RecordedAction::of)
                .toList();
    }

    /** The key that signs the cursors of lists of actions. */
    public String cursorKey() {
        return repository.cursorKey();
    }
}

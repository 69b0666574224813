package org.putokaz.editorial;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.putokaz.live.Change;
import org.putokaz.live.Documents;
import org.putokaz.live.Families;
import org.putokaz.live.Family;
import org.putokaz.live.LiveStore;
import org.putokaz.live.Outcome;
import org.putokaz.live.Refusal;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.problem.Message;
import org.putokaz.problem.Problem;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.Violation;
import org.putokaz.security.Act;
import org.putokaz.security.Actor;
import org.putokaz.security.AuditTrail;

/** Changes what the public sees: one entry or several, all or none, in one transaction with the trail of who did it. */
@ApplicationScoped
class Publisher {

    private final Entries entries;
    private final LiveStore store;
    private final Families families;
    private final EditorialConfig config;
    private final Redaction redaction;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    Publisher(
            Entries entries,
            LiveStore store,
            Families families,
            EditorialConfig config,
            Redaction redaction,
            AuditTrail audit,
            Clock clock) {
        this.entries = entries;
        this.store = store;
        this.families = families;
        this.config = config;
        this.redaction = redaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Does all of it or nothing. The entries are locked here, each at most once in the list.
     *
     * @throws Refusal when the store's rules do not allow it
     * @throws org.putokaz.problem.ProblemException 409 when the state of an entry does not
     */
    @Transactional
    List<Outcome> carryOut(List<Step> steps, Actor actor) {
        return carryOut(steps, actor, Map.of());
    }

    /**
     * The same as part of something larger.
     *
     * @param why what the trail says of it with each entry: the set or the schedule that it belongs to
     */
    @Transactional
    List<Outcome> carryOut(List<Step> steps, Actor actor, Map<String, String> why) {
        entries.lockAll(steps.stream().map(Step::entry).toList());
        List<Change> changes = new ArrayList<>();
        for (Step step : steps) {
            changes.add(change(step, entry(step)));
        }
        List<Outcome> outcomes = store.apply(changes);
        for (int i = 0; i < steps.size(); i++) {
            mark(steps.get(i), outcomes.get(i), actor);
        }
        for (Step step : steps) {
            audit.record(actor, act(step, why));
        }
        return outcomes;
    }

    /** Destroys the text of what the public does not see, or sees no more: a draft can name a place just as well. */
    @Transactional
    void takeOutUnseen(Entry entry, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        redaction.takeOut(entry, now);
        entry.touch(actor, now);
        Map<String, String> details = Map.of("redactedRevisions", String.valueOf(entry.revision));
        audit.record(actor, new Act("text-destroyed", entry.family, entry.id, null, details));
    }

    /** What the store would refuse, by entry; empty when it would publish all of it. Writes nothing. */
    Map<UUID, List<Violation>> rehearse(List<Step> steps) {
        Map<UUID, List<Violation>> found = new HashMap<>();
        List<Change> changes = new ArrayList<>();
        // A look of its own, which gives its connection back before the rehearsal takes one.
        QuarkusTransaction.requiringNew().run(() -> {
            for (Step step : steps) {
                Entry entry = entry(step);
                if (step.action() == Step.Action.PUBLISH && candidate(step, entry).slug == null) {
                    found.put(entry.id, List.of(Violation.at("/slug", "required")));
                }
                changes.add(changeWithoutAsking(step, entry));
            }
        });
        store.rehearse(changes).forEach((id, violations) -> found.merge(id, violations, Publisher::joined));
        return found;
    }

    private static List<Violation> joined(List<Violation> some, List<Violation> more) {
        List<Violation> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    boolean needsApproval(String family) {
        return config.approval().contains(family);
    }

    private Entry entry(Step step) {
        return entries.find(step.entry()).orElseThrow(() -> Problem.NOT_FOUND.because("no-such-entry"));
    }

    private Revision candidate(Step step, Entry entry) {
        return entries.revision(entry, step.revision() == null ? entry.revision : step.revision());
    }

    /** What the state of an entry has against the step; empty when it allows it. Says nothing of what the gate would. */
    Optional<Message> obstacle(Step step) {
        try {
            demandState(step, entry(step));
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(refused.detail());
        }
    }

    private void demandState(Step step, Entry entry) {
        if (step.action() == Step.Action.WITHDRAW) {
            entry.demandShown(step.revision());
        } else {
            entry.demandPublishable(candidate(step, entry), needsApproval(entry.family));
        }
    }

    private Change change(Step step, Entry entry) {
        demandState(step, entry);
        if (step.action() == Step.Action.PUBLISH && candidate(step, entry).slug == null) {
            throw new Refusal(Map.of(entry.id, List.of(Violation.at("/slug", "required"))));
        }
        return changeWithoutAsking(step, entry);
    }

    private Change changeWithoutAsking(Step step, Entry entry) {
        if (step.action() == Step.Action.WITHDRAW) {
            return new Change.Withdraw(
                    entry.id, Objects.requireNonNull(step.reason()), step.replacedBy(), step.importance(), step.note());
        }
        return publish(families.named(entry.family), candidate(step, entry), step);
    }

    private static <C extends Record> Change publish(Family<C> family, Revision candidate, Step step) {
        C content = Documents.read(candidate.content(), family.contentType());
        // What has no slug yet is only ever rehearsed, and everything else that it lacks is to be said all the same.
        String slug = Objects.requireNonNullElse(candidate.slug, "bez-sluga-" + step.entry());
        return new Change.Publish<>(family, step.entry(), slug, content, step.importance(), step.note());
    }

    private void mark(Step step, Outcome outcome, Actor actor) {
        Entry entry = entry(step);
        Revision live = entry.liveRevision == null ? null : entries.revision(entry, entry.liveRevision);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (step.action() == Step.Action.PUBLISH) {
            entry.published(candidate(step, entry), live, outcome.position(), now);
        } else {
            entry.withdrawn(Objects.requireNonNull(live), outcome.position(), now);
            if (step.reason() == WithdrawalReason.SAFETY) {
                redaction.takeOut(entry, now);
            }
        }
        entry.touch(actor, now);
    }

    private Act act(Step step, Map<String, String> why) {
        Entry entry = entry(step);
        Map<String, String> details = new HashMap<>(why);
        details.put("importance", step.importance().token());
        details.put("position", String.valueOf(entry.livePosition));
        if (step.reason() != null) {
            details.put("reason", step.reason().token());
            if (step.replacedBy() != null) {
                details.put("replacedBy", step.replacedBy().toString());
            }
            if (step.reason() == WithdrawalReason.SAFETY) {
                details.put("redactedRevisions", String.valueOf(entry.revision));
            }
        }
        String action = step.action() == Step.Action.PUBLISH ? "published" : "withdrawn";
        return new Act(action, entry.family, entry.id, entry.liveRevision, details);
    }
}

package org.putokaz.editorial.publish;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.live.Importance;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.locale.LanguagePolicy;

/**
 * Keeper of the numbers of errors and warnings by which drafts are listed. What keeps a draft from being published depends on the
 * published store and on the day, so each number is stored with the position of the store and the day, and counted again when one
 * of them is another.
 *
 * <p>Two nodes may count the same draft at once; what they found is stored unless the draft has changed since.
 */
@ApplicationScoped
public class FindingCountRefresher {

    /** Drafts; what was withdrawn is not one, and for what is published without a newer revision nothing is to be done. */
    private static final String OUTDATED = "e.stage not in (Stage.PUBLISHED, Stage.WITHDRAWN)"
            + " and (e.checkedOn is null or e.checkedOn <> :checkedOn or e.checkedPosition <> :checkedPosition)";

    private final Session session;
    private final ChangeFeed feed;
    private final PublicationGate gate;
    private final LanguagePolicy languages;
    private final InstitutionConfig institution;
    private final Clock clock;

    @Inject
    FindingCountRefresher(
            Session session,
            ChangeFeed feed,
            PublicationGate gate,
            LanguagePolicy languages,
            InstitutionConfig institution,
            Clock clock) {
        this.session = session;
        this.feed = feed;
        this.gate = gate;
        this.languages = languages;
        this.institution = institution;
        this.clock = clock;
    }

    /** What numbers depend on, taken before they are counted. */
    public record Basis(LocalDate day, long position) {

        /** The drafts whose numbers were counted on another basis. */
        public Condition outdated() {
            return new Condition(OUTDATED, Map.of("checkedOn", day, "checkedPosition", position));
        }
    }

    /**
     * Condition in HQL on the {@link EditorialEntry} {@code e}.
     *
     * @param values of its named parameters
     */
    public record Condition(String hql, Map<String, Object> values) {}

    /** The present basis. Must not be called in a transaction. */
    public Basis basis() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), institution.timezone());
        return QuarkusTransaction.requiringNew()
                .call(() -> new Basis(today, feed.currentState().position()));
    }

    /** Counts as many drafts again whose numbers may be wrong. Must not be called in a transaction. */
    @ActivateRequestContext
    public void refresh(int limit) {
        Basis basis = basis();
        refresh(QuarkusTransaction.requiringNew().call(() -> findOutdated(basis.outdated(), limit)), basis);
    }

    /** Counts these drafts again. Must not be called in a transaction. */
    public void refresh(List<UUID> drafts, Basis basis) {
        drafts.forEach(id -> count(id, basis));
    }

    private List<UUID> findOutdated(Condition outdated, int limit) {
        SelectionQuery<UUID> query = session.createSelectionQuery(
                "select e.id from EditorialEntry e where " + outdated.hql + " order by e.id", UUID.class);
        outdated.values.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    private void count(UUID id, Basis basis) {
        Long version = QuarkusTransaction.requiringNew()
                .call(() -> session.createSelectionQuery(
                                "select e.version from EditorialEntry e where e.id = :id", Long.class)
                        .setParameter("id", id)
                        .getSingleResult());
        PublicationStep step =
                new PublicationStep(id, PublicationStep.Action.PUBLISH, null, Importance.MAJOR, null, null, null);
        store(id, version, gate.report(id, step, languages.authoritative()), basis);
    }

    /** Stores the numbers of a report, unless the entry has changed since this version. */
    public void store(UUID id, long version, PublishabilityReport report, Basis basis) {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createMutationQuery(
                                "update EditorialEntry e set e.errors = :errors, e.warnings = :warnings,"
                                        + " e.checkedOn = :day, e.checkedPosition = :position"
                                        + " where e.id = :id and e.version = :version")
                        .setParameter("errors", report.errors().size())
                        .setParameter("warnings", report.warnings().size())
                        .setParameter("day", basis.day)
                        .setParameter("position", basis.position)
                        .setParameter("id", id)
                        .setParameter("version", version)
                        .executeUpdate());
    }
}

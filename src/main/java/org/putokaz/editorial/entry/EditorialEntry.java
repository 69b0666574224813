package org.putokaz.editorial.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.family.OpenEndedDates;
import org.putokaz.security.Actor;

/**
 * Piece of content on the editorial side: the stage of its newest revision, and what the public sees of it.
 *
 * <p>Every change of state is a method of this class that refuses with 409 what the {@link TransitionRules} do not
 * allow; no other class writes the state. The caller holds the lock of the row ({@link EditorialEntryRepository#lock}).
 */
@Entity
@Table(schema = "editorial", name = "entry")
@NullUnmarked
public class EditorialEntry extends VersionedEntity {

    /** Version of an entry that was created and not changed since. */
    public static final long FIRST_VERSION = 1;

    @Id
    public UUID id;

    public String family;

    @Nullable
    public String slug;

    /** Whether the slug was derived from the name, and by no request. */
    @Column(name = "slug_derived")
    public boolean slugDerived;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Stage stage;

    @Column(name = "revision")
    public int newestRevision;

    @Column(name = "live_revision")
    @Nullable
    public Integer liveRevision;

    @Column(name = "shown")
    public boolean published;

    @Column(name = "live_position")
    @Nullable
    public Long livePosition;

    @Column(name = "live_since")
    @Nullable
    public Instant publicStateSince;

    @Column(name = "created_at")
    Instant createdAt;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable
    public String name;

    public int errors;
    public int warnings;

    /** The day on which errors and warnings were counted; null when they have to be counted again. */
    @Column(name = "checked_on")
    @Nullable
    public LocalDate checkedOn;

    /** The position of the published store when they were counted. */
    @Column(name = "checked_position")
    @Nullable
    public Long checkedPosition;

    @Column(name = "troubled")
    public boolean needsAttention;

    /** Whether its published content names entries that are withdrawn, which clients do not get. */
    @Column(name = "references_gone")
    public boolean referencesGone;

    /** The first day on which an entry that its published content names has ended. */
    @Column(name = "references_end")
    public LocalDate referencesEnd;

    @Column(name = "verify_from")
    public LocalDate verifyFrom;

    @Column(name = "search_text")
    public String searchText;

    /** The revision that was rejected last, until it or a later one is approved or published. */
    @Column(name = "rejected_revision")
    @Nullable
    public Integer rejectedRevision;

    /** Creates an entry that has no revision yet. */
    public static EditorialEntry create(UUID id, String family, Instant now) {
        EditorialEntry entry = new EditorialEntry();
        entry.id = id;
        entry.family = family;
        entry.stage = Stage.DRAFT;
        entry.createdAt = now;
        entry.changedAt = now;
        entry.changedBy = "";
        entry.changedByName = "";
        entry.searchText = "";
        entry.verifyFrom = OpenEndedDates.LAST_DAY;
        entry.referencesEnd = OpenEndedDates.LAST_DAY;
        return entry;
    }

    /** Gives the slug up to a published entry that has it. */
    public void releaseSlug(Actor by, Instant now) {
        slug = null;
        recordChange(by, now);
    }

    public PublicState publicState() {
        if (liveRevision == null) {
            return PublicState.NOTHING;
        }
        if (!published) {
            return PublicState.GONE;
        }
        return liveRevision == newestRevision ? PublicState.THIS_REVISION : PublicState.EARLIER_REVISION;
    }

    /** Makes the revision the newest one; it is a draft, whatever stage the one before has reached. */
    public void addRevision(Revision revision) {
        newestRevision = revision.number();
        slug = revision.slug;
        stage = Stage.DRAFT;
        needsAttention = false;
    }

    public void submit(Revision newest, Actor by, Instant now) {
        TransitionRules.requireSubmittable(this, newest.state());
        newest.markSubmitted(by);
        stage = Stage.SUBMITTED;
        recordChange(by, now);
    }

    /**
     * Approves the newest revision, which has to be submitted.
     *
     * @param authors ids of the authors of all revisions that the approval makes publishable
     * @throws org.putokaz.problem.ProblemException 403 when the approver is one of them or has submitted the revision
     */
    public void approve(Revision newest, Set<String> authors, Actor by, Instant now) {
        TransitionRules.requireApprovable(this, newest.state(), authors, by);
        approveInAnyStage(newest, authors, by, now);
    }

    /**
     * Approves as {@link #approve} does, also what was not submitted: approving a publishing set covers all members.
     */
    public void approveInAnyStage(Revision newest, Set<String> authors, Actor by, Instant now) {
        TransitionRules.requireIndependentApprover(newest.state(), authors, by);
        newest.recordReview(Stage.APPROVED, by, now, null);
        stage = Stage.APPROVED;
        rejectedRevision = null;
        recordChange(by, now);
    }

    public void reject(Revision newest, String reason, Actor by, Instant now) {
        TransitionRules.requireRejectable(this);
        newest.recordReview(Stage.REJECTED, by, now, reason);
        stage = Stage.REJECTED;
        rejectedRevision = newest.number();
        recordChange(by, now);
    }

    /**
     * Records that the revision is public.
     *
     * @param previous the revision that was published last; null when there is none
     * @param position of the change in the change feed
     */
    public void markPublished(Revision revision, @Nullable Revision previous, long position, Instant now) {
        if (previous != null && previous != revision) {
            previous.stage = Stage.SUPERSEDED;
        }
        revision.stage = Stage.PUBLISHED;
        liveRevision = revision.number();
        recordPublicState(true, position, now);
        if (revision.number() == newestRevision) {
            stage = Stage.PUBLISHED;
        }
        if (rejectedRevision != null && rejectedRevision <= revision.number()) {
            rejectedRevision = null;
        }
    }

    /** Whether the entry was withdrawn after its change at this position of the change feed. */
    public boolean isWithdrawnSince(@Nullable Long position) {
        return !published && !Objects.equals(livePosition, position);
    }

    /** Records that the public does not see the entry any more. */
    public void markWithdrawn(Revision live, long position, Instant now) {
        live.stage = Stage.WITHDRAWN;
        recordPublicState(false, position, now);
        if (live.number() == newestRevision) {
            stage = Stage.WITHDRAWN;
        }
    }

    private void recordPublicState(boolean live, long position, Instant now) {
        published = live;
        publicStateSince = now;
        livePosition = position;
        needsAttention = false;
        referencesGone = false;
    }

    /**
     * Records that the published store has removed the slugs of the withdrawn entry.
     *
     * @param position of that change in the change feed
     */
    public void recordSlugRedaction(long position) {
        TransitionRules.require(!published, "already-published");
        livePosition = position;
    }
}

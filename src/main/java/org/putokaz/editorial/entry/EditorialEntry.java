package org.putokaz.editorial.entry;

import org.putokaz.live.family.OpenEndedDates;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
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

/**
 * One piece of content as editors see it: where its newest revision stands, and what the public sees. Each change of
 * state is a method here that refuses what the state does not allow (409), and nobody else writes the state.
 */
@Entity
@Table(schema = "editorial", name = "entry")
@NullUnmarked
public class EditorialEntry {

    private static final Set<Stage> CAN_BE_SUBMITTED = Set.of(Stage.DRAFT, Stage.REJECTED, Stage.WITHDRAWN);
    private static final Set<Stage> CAN_BE_REJECTED = Set.of(Stage.SUBMITTED, Stage.APPROVED);
    private static final Set<Stage> CAN_BE_PUBLISHED_WITHOUT_APPROVAL =
            Set.of(Stage.DRAFT, Stage.SUBMITTED, Stage.APPROVED, Stage.WITHDRAWN);

    /** Of an entry that was begun and not yet changed. */
    public static final long FIRST_VERSION = 1;

    @Id
    public UUID id;

    public String family;

    @Nullable
    public String slug;

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

    public long version;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "changed_at")
    public Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_by_name")
    public String changedByName;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable
    public String name;

    public int errors;
    public int warnings;

    @Column(name = "troubled")
    public boolean needsAttention;

    @Column(name = "verify_from")
    public LocalDate verifyFrom;

    @Column(name = "search_text")
    public String searchText;

    /** An entry without a revision yet. */
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
        return entry;
    }

    /** Says that something about it has changed: whoever has read it before may not write over it. */
    public void recordChange(Actor by, Instant now) {
        version++;
        changedAt = now;
        changedBy = by.id();
        changedByName = by.name();
    }

    /** Something that the public sees has taken its slug. */
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

    /** A new newest revision; whatever the one before had reached, this one begins as a draft. */
    public void addRevision(Revision saved) {
        newestRevision = saved.number();
        slug = saved.slug;
        stage = Stage.DRAFT;
        needsAttention = false;
    }

    public void submit(Revision head, Actor by, Instant now) {
        require(CAN_BE_SUBMITTED.contains(stage), "not-to-be-submitted");
        head.requireNotRedacted();
        head.markSubmitted(by);
        stage = Stage.SUBMITTED;
        recordChange(by, now);
    }

    /** @param hands everybody who had a hand in what is to be approved */
    public void approve(Revision head, Set<String> hands, Actor by, Instant now) {
        require(stage == Stage.SUBMITTED, "not-submitted");
        approveInAnyStage(head, hands, by, now);
    }

    /** The same in a set, which asks for a look at all that is in it. */
    public void approveInAnyStage(Revision head, Set<String> hands, Actor by, Instant now) {
        head.requireNotRedacted();
        if (hands.contains(by.id()) || by.id().equals(head.submittedBy)) {
            throw ProblemType.FORBIDDEN.because("own-work");
        }
        head.recordReview(Stage.APPROVED, by, now, null);
        stage = Stage.APPROVED;
        recordChange(by, now);
    }

    public void reject(Revision head, String why, Actor by, Instant now) {
        require(CAN_BE_REJECTED.contains(stage), "not-submitted");
        head.recordReview(Stage.REJECTED, by, now, why);
        stage = Stage.REJECTED;
        recordChange(by, now);
    }

    /** Refuses a revision that may not go out. */
    public void requirePublishable(Revision candidate, boolean needsApproval) {
        candidate.requireNotRedacted();
        require(candidate.stage != Stage.PUBLISHED, "already-published");
        boolean stale =
                candidate.stage == Stage.SUPERSEDED || liveRevision != null && candidate.number() < liveRevision;
        if (stale) {
            throw ProblemType.CONFLICT.because("stale-revision", candidate.number(), liveRevision);
        }
        require(!needsApproval || candidate.stage == Stage.APPROVED, "not-approved");
        require(needsApproval || CAN_BE_PUBLISHED_WITHOUT_APPROVAL.contains(candidate.stage), "was-rejected");
    }

    public void markPublished(Revision out, @Nullable Revision before, long position, Instant now) {
        if (before != null && before != out) {
            before.stage = Stage.SUPERSEDED;
        }
        out.stage = Stage.PUBLISHED;
        liveRevision = out.number();
        published = true;
        publicStateSince = now;
        livePosition = position;
        needsAttention = false;
        if (out.number() == newestRevision) {
            stage = Stage.PUBLISHED;
        }
    }

    /** @param bound the revision that the public must still see; null for whichever it sees */
    public void requirePublished(@Nullable Integer bound) {
        require(published, "not-published");
        if (bound != null && bound < liveRevision) {
            throw ProblemType.CONFLICT.because("stale-revision", bound, liveRevision);
        }
        require(bound == null || bound.equals(liveRevision), "not-shown-yet");
    }

    /** Whether it was taken away from the public after its change at this position. */
    public boolean isWithdrawnSince(@Nullable Long position) {
        return !published && !Objects.equals(livePosition, position);
    }

    public void markWithdrawn(Revision live, long position, Instant now) {
        live.stage = Stage.WITHDRAWN;
        published = false;
        publicStateSince = now;
        livePosition = position;
        needsAttention = false;
        if (live.number() == newestRevision) {
            stage = Stage.WITHDRAWN;
        }
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw ProblemType.CONFLICT.because(otherwise);
        }
    }
}

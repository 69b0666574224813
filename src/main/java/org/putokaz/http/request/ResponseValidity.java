package org.putokaz.http.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Collector of the period for which a response stays as it is, so that no cache keeps it longer.
 *
 * <p>Whatever contributes to the response adds the moments at which its part changes. The latest moment that is past
 * and the earliest that is to come are kept. What the response was read from decides in addition which changes of the
 * store concern it.
 */
public final class ResponseValidity {

    private final Instant now;
    private final ZoneId zone;
    private @Nullable Instant lastChange;
    private @Nullable Instant nextChange;
    private @Nullable Instant scheduledChange;
    private boolean limitedToNow;
    private @Nullable UUID subject;
    private @Nullable UUID soleEntry;
    private @Nullable FeedSource source;

    ResponseValidity(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Adds a moment from which on the response reads, or will read, differently by itself. */
    public void addChangeAt(Instant moment) {
        if (moment.isAfter(now)) {
            nextChange = nextChange == null || moment.isBefore(nextChange) ? moment : nextChange;
        } else {
            lastChange = lastChange == null || moment.isAfter(lastChange) ? moment : lastChange;
        }
    }

    /** Adds the beginning of a day in the institution's time zone; see {@link #addChangeAt}. */
    public void addChangeOn(LocalDate day) {
        addChangeAt(day.atStartOfDay(zone).toInstant());
    }

    /** Adds the beginning and the end of the current day: the response depends on what day it is. */
    public void limitToToday() {
        LocalDate today = LocalDate.ofInstant(now, zone);
        addChangeOn(today);
        addChangeOn(today.plusDays(1));
    }

    /** Limits the response to the current instant: a later one would be computed differently. */
    public void limitToNow() {
        addChangeAt(now);
        limitedToNow = true;
    }

    /** Adds a moment at which the store is scheduled to change. One that is past is overdue and may happen any time. */
    public void addScheduledChange(Instant moment) {
        scheduledChange = scheduledChange == null || moment.isBefore(scheduledChange) ? moment : scheduledChange;
    }

    /** Declares the entry that the response is about; it may depend on others too. */
    public void setSubject(UUID id) {
        subject = id;
    }

    /**
     * Declares that the response depends on one entry and the entries it includes, and on nothing else in the store.
     */
    public void setSoleEntry(UUID id) {
        soleEntry = id;
    }

    /** Adds a state of the store that the response was read from; of several, the earliest counts. */
    public void addSource(FeedSource added) {
        if (source == null || added.isBefore(source)) {
            source = added;
        }
    }

    /** Copy that later additions do not change; for {@link #restore}. */
    public ResponseValidity copy() {
        ResponseValidity copy = new ResponseValidity(now, zone);
        copy.restore(this);
        return copy;
    }

    /** Discards what was added since the copy was made, because the response is computed again. */
    public void restore(ResponseValidity earlier) {
        lastChange = earlier.lastChange;
        nextChange = earlier.nextChange;
        scheduledChange = earlier.scheduledChange;
        limitedToNow = earlier.limitedToNow;
        subject = earlier.subject;
        soleEntry = earlier.soleEntry;
        source = earlier.source;
    }

    /** When the response last changed; null when nothing in it ever does. */
    public @Nullable Instant lastChange() {
        return lastChange;
    }

    /** When the response will change by itself; null when no such moment is known. */
    public @Nullable Instant nextChange() {
        return nextChange;
    }

    /** When the store is scheduled to change, in whatever part; null when no change is scheduled. */
    public @Nullable Instant scheduledChange() {
        return scheduledChange;
    }

    /** Whether the response is true of the current instant only. */
    public boolean isLimitedToNow() {
        return limitedToNow;
    }

    /** The entry that the response is about; null when it is about none or several. */
    public @Nullable UUID subject() {
        return subject;
    }

    /** The entry that alone decides how the response reads; null when others may. */
    public @Nullable UUID soleEntry() {
        return soleEntry;
    }

    /** What the response was read from; null when it was not read from the store. */
    public @Nullable FeedSource source() {
        return source;
    }
}

package org.putokaz.live;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Days on which the entries that an entry refers to are available, so that its responses leave them out on other days.
 *
 * @param byEntry only of entries that are not always available
 */
public record ReferenceDays(Map<UUID, Availability> byEntry) {

    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    public static final ReferenceDays NONE = new ReferenceDays(Map.of());

    public ReferenceDays {
        byEntry = byEntry == null ? Map.of() : new TreeMap<>(byEntry);
    }

    /** @param stored what {@link #store} has returned */
    public static ReferenceDays read(@Nullable String stored) {
        return stored == null ? NONE : ContentJson.read(stored, ReferenceDays.class);
    }

    /** As JSON; null when every referenced entry is always available. */
    public @Nullable String store() {
        return byEntry.isEmpty() ? null : ContentJson.write(this);
    }

    /** The first day on which one of them has ended; 9999-12-31 when none has an end. */
    public LocalDate firstEnd() {
        return byEntry.values().stream()
                .map(Availability::until)
                .filter(Objects::nonNull)
                .map(day -> day.plusDays(1))
                .min(LocalDate::compareTo)
                .orElse(NO_END);
    }

    /** The referenced entries that are not available on a day. */
    public Set<UUID> unavailableOn(LocalDate day) {
        return byEntry.entrySet().stream()
                .filter(entry -> !entry.getValue().contains(day))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}

package org.putokaz.time.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.putokaz.time.holiday.HolidayCalendar;

/**
 * Opening status of several regimes of hours of one channel, which is open when one of them is. A regime by appointment is never
 * open.
 *
 * @param open whether one of the regimes is open
 * @param nextChange when all of them are closed, or the first one opens; null when that is never, or more than some thirteen
 *     months ahead
 * @param regimes those that are open, or else those that open at {@code nextChange}, in the order of the channel
 * @param firstChange when one of these facts changes first; null when none does
 */
public record CombinedStatus(
        boolean open,
        @Nullable Instant nextChange,
        List<OpeningHours> regimes,
        @Nullable Instant firstChange) {

    private static final Duration HORIZON = Duration.ofDays(400);

    public CombinedStatus {
        regimes = List.copyOf(regimes);
    }

    /** @throws org.putokaz.problem.InvalidValueException when a timezone is missing or unknown */
    public static CombinedStatus at(Collection<OpeningHours> regimes, HolidayCalendar holidays, Instant now) {
        Map<OpeningHours, OpeningStatus> states = new LinkedHashMap<>();
        for (OpeningHours regime : regimes) {
            if (!regime.requiresAppointment()) {
                states.put(regime, OpeningStatus.at(regime, holidays, now));
            }
        }
        Instant first = earliestChange(states.values());
        boolean open = states.values().stream().anyMatch(OpeningStatus::open);
        Instant next = open ? closing(states, holidays, now.plus(HORIZON)) : first;
        List<OpeningHours> named = new ArrayList<>();
        states.forEach((regime, state) -> {
            if (open ? state.open() : next != null && next.equals(state.nextChange())) {
                named.add(regime);
            }
        });
        return new CombinedStatus(open, next, named, first);
    }

    private static @Nullable Instant earliestChange(Collection<OpeningStatus> states) {
        return states.stream()
                .map(OpeningStatus::nextChange)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The end of the last regime in a row without a gap; each step of the loop reaches a later end. */
    private static @Nullable Instant closing(
            Map<OpeningHours, OpeningStatus> states, HolidayCalendar holidays, Instant horizon) {
        Collection<OpeningStatus> current = states.values();
        Instant end = null;
        while (current.stream().anyMatch(OpeningStatus::open)) {
            if (current.stream().anyMatch(state -> state.open() && state.nextChange() == null)) {
                return null;
            }
            Instant latest = current.stream()
                    .filter(OpeningStatus::open)
                    .map(state -> Objects.requireNonNull(state.nextChange()))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            if (latest.isAfter(horizon)) {
                return null;
            }
            end = latest;
            current = states.keySet().stream()
                    .map(regime -> OpeningStatus.at(regime, holidays, latest))
                    .toList();
        }
        return end;
    }
}

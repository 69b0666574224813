package org.putokaz.time.date;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Date known in part: the year alone, "on or before 12 April 2012", "from 2004 to about April 2012". History written
 * by institutions is full of such dates, and a made-up 1 January would be a lie.
 *
 * <p>The text is EDTF (ISO 8601-2, Library of Congress 2019), of which this profile is taken: dates and intervals of
 * level 0; the qualifiers {@code ? ~ %} at the end, {@code X} for digits from the right, open ({@code ..}) and unknown
 * (empty) interval ends of level 1; {@code [..d]}, {@code [d..]} and {@code [d..e]} of level 2. In JSON it is that text.
 * Two partial dates are equal when their texts are.
 */
public sealed interface PartialDate permits SingleDate, DateInterval, DateWithinRange {

    /**
     * Reads an EDTF text of the profile, exactly: nothing is trimmed or guessed.
     *
     * @throws org.putokaz.problem.InvalidValueException {@code date-too-long}, {@code date-not-edtf},
     *     {@code date-does-not-exist}, {@code date-interval-reversed}, {@code date-interval-without-ends}, or one of
     *     the codes for valid EDTF outside the profile: {@code date-season-not-supported},
     *     {@code date-year-not-supported}, {@code date-with-time-not-supported}, {@code date-mask-not-supported},
     *     {@code date-qualifier-not-at-end}, {@code date-set-not-supported}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PartialDate parse(String text) {
        return EdtfParser.read(text);
    }

    /** The text it was read from. */
    @JsonValue
    String edtf();

    DatePrecision precision();

    /** The first day it can mean; null when there is no lower bound. */
    @Nullable
    LocalDate earliest();

    /** The last day it can mean; null when there is no upper bound. */
    @Nullable
    LocalDate latest();

    /**
     * Where it stands in a timeline: its earliest day, or its latest when there is no earliest, so that "on or before
     * 12 April 2012" stands beside 12 April 2012 and not before everything else.
     */
    default LocalDate orderingDate() {
        LocalDate earliest = earliest();
        return earliest != null ? earliest : Objects.requireNonNull(latest(), "a partial date has at least one bound");
    }

    /** The same without bounds that are equal: {@code 2004/2004} and {@code [2004..2004]} say no more than {@code 2004}. */
    default PartialDate simplified() {
        return this;
    }

    /** Whether it can mean a day from {@code from} to {@code to}, both included; null leaves that side unbounded. */
    default boolean overlaps(@Nullable LocalDate from, @Nullable LocalDate to) {
        return !after(from, latest()) && !after(earliest(), to);
    }

    private static boolean after(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && one.isAfter(other);
    }
}

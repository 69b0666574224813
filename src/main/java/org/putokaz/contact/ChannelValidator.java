package org.putokaz.contact;

import java.time.LocalDate;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.problem.Violation;
import org.putokaz.time.hours.ExceptionalHours;
import org.putokaz.time.hours.OpeningHours;

/** What a channel must be to be published. */
final class ChannelValidator {

    private static final int LONGEST_INTERVAL_DAYS = 3650;

    private ChannelValidator() {}

    static void check(ChannelContent channel, String region, ContentViolations check) {
        check.required("/unit", channel.unit());
        check.required("/kind", channel.kind());
        check.required("/value", channel.value());
        check.required("/label", channel.label());
        check.line("/label", channel.label());
        check.prose("/description", channel.description());
        check.distinct("/purposes", channel.purposes());
        check.distinct("/audiences", channel.audiences());
        check.distinct("/languages", channel.languages());
        check.between("/rank", channel.rank(), 0, 1_000_000);
        check.between("/verifyEvery", channel.verifyEvery(), 1, LONGEST_INTERVAL_DAYS);
        value(channel, region, check);
        hours(channel.hours(), check);
        days(channel, check);
    }

    private static void value(ChannelContent channel, String region, ContentViolations check) {
        ChannelKind kind = channel.kind();
        String value = channel.value();
        if (kind != null && value != null) {
            check.value("/value", () -> ChannelAddress.of(kind, value, region));
        }
    }

    private static void hours(@org.jspecify.annotations.Nullable OpeningHours hours, ContentViolations check) {
        if (hours == null) {
            return;
        }
        for (Violation violation : hours.violations()) {
            check.add(Violation.at("/hours" + violation.where(), violation.reason()));
        }
        for (int i = 0; i < hours.exceptions().size(); i++) {
            ExceptionalHours exception = hours.exceptions().get(i);
            if (!exception.label().isEmpty()) {
                String pointer = "/hours/exceptions/" + i + "/label";
                check.line(pointer, check.value(pointer, () -> HoursLabelDerivation.label(exception)));
            }
        }
    }

    private static void days(ChannelContent channel, ContentViolations check) {
        LocalDate from = channel.availableFrom();
        LocalDate until = channel.availableUntil();
        check.day("/availableFrom", from);
        check.day("/availableUntil", until);
        check.day("/lastVerified", channel.lastVerified());
        if (from != null && until != null && until.isBefore(from)) {
            check.refuse("/availableUntil", "to-before-from");
        }
        if (channel.verifyEvery() != null && channel.lastVerified() == null) {
            check.refuse("/lastVerified", "required");
        }
        if (channel.purposes().isEmpty()) {
            check.refuse("/purposes", "required");
        }
    }
}

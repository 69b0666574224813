package org.putokaz.contact;

import org.putokaz.live.family.ContentViolations;
import org.putokaz.problem.Violation;
import org.putokaz.time.hours.ExceptionalHours;
import org.putokaz.time.hours.OpeningHours;
import java.time.LocalDate;

/** What a channel must be to be published. */
final class ChannelValidator {

    private static final int MAX_VERIFICATION_INTERVAL_DAYS = 3650;

    private ChannelValidator() {}

    static void check(ChannelContent channel, String region, ContentViolations check) {
        check.checkRequired("/unit", channel.unit());
        check.checkRequired("/kind", channel.kind());
        check.checkRequired("/value", channel.value());
        check.checkRequired("/label", channel.label());
        check.checkLine("/label", channel.label());
        check.checkProse("/description", channel.description());
        check.checkDistinct("/purposes", channel.purposes());
        check.checkDistinct("/audiences", channel.audiences());
        check.checkDistinct("/languages", channel.languages());
        check.checkRange("/rank", channel.rank(), 0, 1_000_000);
        check.checkRange("/verifyEvery", channel.verifyEvery(), 1, MAX_VERIFICATION_INTERVAL_DAYS);
        value(channel, region, check);
        hours(channel.hours(), check);
        days(channel, check);
    }

    private static void value(ChannelContent channel, String region, ContentViolations check) {
        ChannelKind kind = channel.kind();
        String value = channel.value();
        if (kind != null && value != null) {
            check.parse("/value", () -> ChannelAddress.of(kind, value, region));
        }
    }

    private static void hours(@org.jspecify.annotations.Nullable OpeningHours hours, ContentViolations check) {
        if (hours == null) {
            return;
        }
        for (Violation violation : hours.violations()) {
            check.add(Violation.at("/hours" + violation.location(), violation.reason()));
        }
        for (int i = 0; i < hours.exceptions().size(); i++) {
            ExceptionalHours exception = hours.exceptions().get(i);
            if (!exception.label().isEmpty()) {
                String pointer = "/hours/exceptions/" + i + "/label";
                check.checkLine(pointer, check.parse(pointer, () -> HoursLabelDerivation.label(exception)));
            }
        }
    }

    private static void days(ChannelContent channel, ContentViolations check) {
        LocalDate from = channel.availableFrom();
        LocalDate until = channel.availableUntil();
        check.checkDay("/availableFrom", from);
        check.checkDay("/availableUntil", until);
        check.checkDay("/lastVerified", channel.lastVerified());
        if (from != null && until != null && until.isBefore(from)) {
            check.add("/availableUntil", "to-before-from");
        }
        if (channel.verifyEvery() != null && channel.lastVerified() == null) {
            check.add("/lastVerified", "required");
        }
        if (channel.purposes().isEmpty()) {
            check.add("/purposes", "required");
        }
    }
}

package org.putokaz.contact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.problem.Violation;
import org.putokaz.time.hours.ExceptionalHours;
import org.putokaz.time.hours.OpeningHours;

/** Validator of the content of a contact channel before publication. */
final class ChannelValidator {

    private static final int MAX_VERIFICATION_INTERVAL_DAYS = 3650;

    private ChannelValidator() {}

    static void validate(ChannelContent channel, String region, ContentViolations violations) {
        violations.checkRequired("/unit", channel.unit());
        violations.checkRequired("/kind", channel.kind());
        violations.checkRequired("/value", channel.value());
        violations.checkRequired("/label", channel.label());
        violations.checkName("/label", channel.label());
        violations.checkProse("/description", channel.description());
        violations.checkDistinct("/purposes", channel.purposes());
        violations.checkDistinct("/audiences", channel.audiences());
        violations.checkDistinct("/languages", channel.languages());
        violations.checkRange("/rank", channel.rank(), 0, 1_000_000);
        violations.checkRange("/verifyEvery", channel.verifyEvery(), 1, MAX_VERIFICATION_INTERVAL_DAYS);
        validateValue(channel, region, violations);
        validateHours(channel.hours(), violations);
        validateDays(channel, violations);
        if (channel.purposes().isEmpty()) {
            violations.add("/purposes", "required");
        }
    }

    private static void validateValue(ChannelContent channel, String region, ContentViolations violations) {
        ChannelKind kind = channel.kind();
        String value = channel.value();
        if (kind != null && value != null) {
            violations.parse("/value", () -> ChannelAddress.of(kind, value, region));
        }
    }

    private static void validateHours(@Nullable OpeningHours hours, ContentViolations violations) {
        if (hours == null) {
            return;
        }
        for (Violation violation : hours.violations()) {
            violations.add(Violation.at("/hours" + violation.location(), violation.reason()));
        }
        for (int i = 0; i < hours.exceptions().size(); i++) {
            ExceptionalHours exception = hours.exceptions().get(i);
            if (!exception.label().isEmpty()) {
                String pointer = "/hours/exceptions/" + i + "/label";
                violations.checkLine(pointer, violations.parse(pointer, () -> HoursLabelDerivation.labelOf(exception)));
            }
        }
    }

    private static void validateDays(ChannelContent channel, ContentViolations violations) {
        LocalDate from = channel.availableFrom();
        LocalDate until = channel.availableUntil();
        violations.checkDay("/availableFrom", from);
        violations.checkDay("/availableUntil", until);
        violations.checkDay("/lastVerified", channel.lastVerified());
        if (from != null && until != null && until.isBefore(from)) {
            violations.add("/availableUntil", "to-before-from");
        }
        if (channel.verifyEvery() != null && channel.lastVerified() == null) {
            violations.add("/lastVerified", "required");
        }
    }
}

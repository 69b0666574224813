package org.putokaz.contact.content;

import java.time.LocalDate;
import java.util.List;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.locale.Language;
import org.putokaz.problem.Violation;
import org.putokaz.time.holiday.HolidayCalendars;
import org.putokaz.time.hours.ExceptionalHours;
import org.putokaz.time.hours.OpeningHours;

/** Validator of the regimes of opening hours of a contact channel, each by itself and together. */
final class ChannelHoursValidator {

    private static final int MAX_ADDITIONAL = 10;
    private static final String MAIN = "/hours";
    private static final String ADDITIONAL = "/additionalHours";

    private ChannelHoursValidator() {}

    /** @param violations added to */
    static void validate(ChannelContent channel, ContentViolations violations) {
        List<OpeningHours> additional = channel.additionalHours();
        if (channel.hours() == null && !additional.isEmpty()) {
            violations.add(MAIN, "hours-main-missing");
        }
        if (additional.size() > MAX_ADDITIONAL) {
            violations.add(ADDITIONAL, "too-many", MAX_ADDITIONAL);
        }
        violations.checkDistinct(ADDITIONAL, additional);
        if (channel.hours() != null) {
            validateRegime(MAIN, channel.hours(), channel, violations);
        }
        for (int i = 0; i < additional.size(); i++) {
            validateRegime(ADDITIONAL + "/" + i, additional.get(i), channel, violations);
        }
    }

    private static void validateRegime(
            String pointer, OpeningHours regime, ChannelContent channel, ContentViolations violations) {
        for (Violation violation : regime.violations()) {
            violations.add(Violation.at(pointer + violation.location(), violation.reason()));
        }
        if (regime.label() == null && !channel.additionalHours().isEmpty()) {
            violations.add(pointer + "/label", "hours-label-missing");
        }
        violations.checkName(pointer + "/label", regime.label());
        violations.checkLine(pointer + "/note", regime.note());
        validateLanguages(pointer + "/languages", regime.languages(), channel.languages(), violations);
        validateExceptions(pointer + "/exceptions/", regime.exceptions(), violations);
    }

    /** Otherwise the filter by language would miss a channel that speaks it. */
    private static void validateLanguages(
            String pointer, List<Language> ofRegime, List<Language> ofChannel, ContentViolations violations) {
        violations.checkDistinct(pointer, ofRegime);
        for (int i = 0; i < ofRegime.size(); i++) {
            if (!ofChannel.contains(ofRegime.get(i))) {
                violations.add(
                        pointer + "/" + i,
                        "hours-language-not-of-channel",
                        ofRegime.get(i).tag());
            }
        }
    }

    private static void validateExceptions(
            String pointer, List<ExceptionalHours> exceptions, ContentViolations violations) {
        for (int i = 0; i < exceptions.size(); i++) {
            ExceptionalHours exception = exceptions.get(i);
            if (!exception.label().isEmpty()) {
                String label = pointer + i + "/label";
                violations.checkLine(label, violations.parse(label, () -> HoursTextDerivation.labelOf(exception)));
            }
        }
    }

    /**
     * Warns of exceptions in the past, and of hours on public holidays where these are not known.
     *
     * @param region country of the channel, as ISO 3166-1 in capitals
     * @param warnings added to
     */
    static void findWarnings(ChannelContent channel, String region, LocalDate today, ContentViolations warnings) {
        if (channel.hours() != null) {
            findWarnings(MAIN, channel.hours(), region, today, warnings);
        }
        for (int i = 0; i < channel.additionalHours().size(); i++) {
            findWarnings(ADDITIONAL + "/" + i, channel.additionalHours().get(i), region, today, warnings);
        }
    }

    private static void findWarnings(
            String pointer, OpeningHours regime, String region, LocalDate today, ContentViolations warnings) {
        if (regime.dependOnHolidays() && HolidayCalendars.find(region).isEmpty()) {
            String member = regime.holidayIntervals().isEmpty() ? "/publicHolidays" : "/holidayIntervals";
            warnings.add(pointer + member, "hours-holidays-not-known", region);
        }
        for (int i = 0; i < regime.exceptions().size(); i++) {
            LocalDate to = regime.exceptions().get(i).to();
            if (to.isBefore(today)) {
                warnings.add(pointer + "/exceptions/" + i, "day-past", to);
            }
        }
    }
}

package org.putokaz.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.putokaz.contact.address.NumberingContext;
import org.putokaz.contact.address.PhoneNumber;
import org.putokaz.live.family.AddressWarnings;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.time.hours.ExceptionalHours;
import org.putokaz.time.hours.OpeningHours;

/** Finder of what is suspicious in the content of a contact channel, though it may be right. */
final class ChannelWarnings {

    /** Extensions of four digits are common, and numbers without an area code begin with five. */
    private static final int MIN_DIGITS_OF_A_NUMBER = 5;

    private final LocalDate today;
    private final ContentViolations warnings;

    /** @param warnings added to */
    ChannelWarnings(LocalDate today, ContentViolations warnings) {
        this.today = today;
        this.warnings = warnings;
    }

    /** @param channel one that is valid */
    void find(ChannelContent channel, NumberingContext numbering) {
        findInNumber(channel, numbering);
        findInAddress(channel.address(), numbering.region());
        findPastExceptions(channel.hours());
        LocalDate until = channel.availableUntil();
        if (until != null && until.isBefore(today)) {
            warnings.add("/availableUntil", "day-past", until);
        }
        LocalDate due = channel.verificationDue();
        if (due != null && due.isBefore(today)) {
            warnings.add("/lastVerified", "verification-overdue", due);
        }
    }

    private void findInNumber(ChannelContent channel, NumberingContext numbering) {
        String value = channel.value();
        if (value == null || channel.kind() == null || !channel.kind().isDialled()) {
            return;
        }
        PhoneNumber number = PhoneNumber.of(value, numbering);
        // An approver has to know that no table has the number.
        if (number.isUnlistedShortCode()) {
            warnings.add("/value", "short-code-unlisted", value, numbering.region());
        }
        // No error: switchboards with extensions of five digits exist.
        String extension = number.extension();
        if (extension != null && extension.length() >= MIN_DIGITS_OF_A_NUMBER) {
            warnings.add("/value", "extension-perhaps-a-number", number.displayWithoutExtension(), extension);
        }
    }

    private void findInAddress(@Nullable PostalAddress address, String region) {
        if (address != null) {
            String country = Objects.requireNonNullElse(address.country(), region);
            AddressWarnings.find("/address", country, address.postalCode(), address.city(), warnings);
        }
    }

    private void findPastExceptions(@Nullable OpeningHours hours) {
        List<ExceptionalHours> exceptions = hours == null ? List.of() : hours.exceptions();
        for (int i = 0; i < exceptions.size(); i++) {
            LocalDate to = exceptions.get(i).to();
            if (to.isBefore(today)) {
                warnings.add("/hours/exceptions/" + i, "day-past", to);
            }
        }
    }
}

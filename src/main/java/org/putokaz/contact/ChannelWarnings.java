package org.putokaz.contact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.putokaz.contact.address.NumberingContext;
import org.putokaz.contact.address.PhoneNumber;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.time.hours.ExceptionalHours;
import org.putokaz.time.hours.OpeningHours;

/** Finder of what is suspicious in the content of a contact channel, though it may be right. */
final class ChannelWarnings {

    private final LocalDate today;
    private final ContentViolations warnings;

    /** @param warnings added to */
    ChannelWarnings(LocalDate today, ContentViolations warnings) {
        this.today = today;
        this.warnings = warnings;
    }

    /** @param channel one that is valid */
    void find(ChannelContent channel, NumberingContext numbering) {
        findUnlistedShortCode(channel, numbering);
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

    /** An approver has to know that no table has the number. */
    private void findUnlistedShortCode(ChannelContent channel, NumberingContext numbering) {
        String value = channel.value();
        if (value != null
                && channel.kind() != null
                && channel.kind().isDialled()
                && PhoneNumber.of(value, numbering).isUnlistedShortCode()) {
            warnings.add("/value", "short-code-unlisted", value, numbering.region());
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

package org.putokaz.contact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.putokaz.contact.address.NumberType;
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
        ChannelKind kind = channel.kind();
        String value = channel.value();
        if (kind != null && kind.isDialled() && value != null) {
            findInNumber(kind, PhoneNumber.of(value, numbering), numbering.region());
        }
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

    /** An approver has to know what no table has, what costs the caller money, and what cannot take a message. */
    private void findInNumber(ChannelKind kind, PhoneNumber number, String region) {
        if (number.isUnlistedShortCode()) {
            warnings.add("/value", "short-code-unlisted", number.display(), region);
        }
        if (number.type() == NumberType.PREMIUM_RATE) {
            warnings.add("/value", "premium-rate-number", number.display());
        }
        if (number.type() == NumberType.PERSONAL) {
            warnings.add("/value", "personal-number", number.display());
        }
        if (kind == ChannelKind.SMS && !number.textMessages()) {
            warnings.add("/value", codeOfNoTextMessages(number.type()), number.display());
        }
    }

    private static String codeOfNoTextMessages(NumberType type) {
        return switch (type) {
            case TOLL_FREE -> "sms-to-toll-free-number";
            case SHORT_CODE -> "sms-to-short-code";
            default -> "sms-to-landline";
        };
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

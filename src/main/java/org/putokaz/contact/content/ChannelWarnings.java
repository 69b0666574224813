package org.putokaz.contact.content;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.putokaz.contact.address.NumberType;
import org.putokaz.contact.address.NumberingContext;
import org.putokaz.contact.address.PhoneNumber;
import org.putokaz.live.family.AddressWarnings;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.LanguageWarnings;

/** Finder of what is suspicious in the content of a contact channel, though it may be right. */
public final class ChannelWarnings {

    /** Extensions of four digits are common, and numbers without an area code begin with five. */
    private static final int MIN_DIGITS_OF_A_NUMBER = 5;

    private final LocalDate today;
    private final ContentViolations warnings;

    /** @param warnings added to */
    public ChannelWarnings(LocalDate today, ContentViolations warnings) {
        this.today = today;
        this.warnings = warnings;
    }

    /** @param channel one that is valid */
    public void find(ChannelContent channel, NumberingContext numbering) {
        ChannelKind kind = channel.kind();
        String value = channel.value();
        if (kind != null && kind.isDialled() && value != null) {
            PhoneNumber number = PhoneNumber.of(value, numbering);
            findInNumber(kind, number, numbering.region());
            CostValidator.findUnusualCost(channel.cost(), number, warnings);
        }
        if (Boolean.TRUE.equals(channel.emergency()) && kind != null && !kind.answersAtOnce()) {
            warnings.add("/emergency", "emergency-not-answered-at-once", kind.wireName());
        }
        LanguageWarnings.find("/languages", channel.languages(), warnings);
        findInAddress(channel.address(), numbering.region());
        ChannelHoursValidator.findWarnings(channel, numbering.region(), today, warnings);
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
        if (number.isOfInternationalNetwork()) {
            warnings.add("/value", "international-network-number", number.display());
        }
        if (number.type() == NumberType.PERSONAL) {
            warnings.add("/value", "personal-number", number.display());
        }
        // No error: switchboards with extensions of five digits exist.
        String extension = number.extension();
        if (extension != null && extension.length() >= MIN_DIGITS_OF_A_NUMBER) {
            warnings.add("/value", "extension-perhaps-a-number", number.displayWithoutExtension(), extension);
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

    private void findInAddress(@Nullable PostalAddress address, String region) {
        if (address != null) {
            String country = Objects.requireNonNullElse(address.country(), region);
            AddressWarnings.find("/address", country, address.postalCode(), address.city(), warnings);
        }
    }
}

package org.putokaz.contact.content;

import org.jspecify.annotations.Nullable;
import org.putokaz.contact.address.NumberType;
import org.putokaz.contact.address.PhoneNumber;
import org.putokaz.live.family.ContentViolations;

/** Comparison of the stated cost of a contact channel with {@code tollFree} and with the type of its number. */
public final class CostValidator {

    private CostValidator() {}

    /** Adds an error where both members state something and it is not the same. */
    public static void validateAgreement(ChannelContent channel, ContentViolations violations) {
        ChannelCost cost = channel.cost();
        Boolean tollFree = channel.tollFree();
        if (cost != null && tollFree != null && tollFree != (cost == ChannelCost.FREE)) {
            violations.add("/cost", "cost-contradicts-toll-free", cost.wireName(), tollFree);
        }
    }

    /** Adds an error where a number that always costs something is marked as free of charge, in either member. */
    public static void validateFree(
            ChannelContent channel, NumberType type, String value, ContentViolations violations) {
        String code = codeOfNeverFree(type);
        if (code == null) {
            return;
        }
        if (Boolean.TRUE.equals(channel.tollFree())) {
            violations.add("/tollFree", code, value);
        }
        if (channel.cost() == ChannelCost.FREE) {
            violations.add("/cost", code, value);
        }
    }

    private static @Nullable String codeOfNeverFree(NumberType type) {
        return switch (type) {
            case PREMIUM_RATE -> "toll-free-premium-number";
            case PERSONAL -> "toll-free-personal-number";
            default -> null;
        };
    }

    /** Adds a warning where the cost is not what numbers of this type usually cost; some operators differ from that. */
    public static void findUnusualCost(@Nullable ChannelCost cost, PhoneNumber number, ContentViolations warnings) {
        if (cost == null) {
            return;
        }
        boolean free = number.type() == NumberType.TOLL_FREE || number.isFreeShortCode();
        if (free && cost != ChannelCost.FREE) {
            warnings.add("/cost", "cost-of-free-number", number.display(), cost.wireName());
        } else if (number.type() == NumberType.PREMIUM_RATE && cost != ChannelCost.PREMIUM) {
            warnings.add("/cost", "cost-of-premium-number", number.display(), cost.wireName());
        } else if (number.type() == NumberType.FIXED_LINE && cost == ChannelCost.PREMIUM) {
            warnings.add("/cost", "cost-of-landline", number.display());
        }
    }
}

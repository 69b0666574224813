package org.putokaz.contact.content;

import java.time.LocalDate;
import org.putokaz.area.ServedArea;
import org.putokaz.contact.address.NumberingContext;
import org.putokaz.contact.address.PhoneNumber;
import org.putokaz.live.family.ContentViolations;

/** Validator of the content of a contact channel before publication. */
public final class ChannelValidator {

    private static final int MAX_VERIFICATION_INTERVAL_DAYS = 3650;

    private final NumberingContext numbering;
    private final ContentViolations violations;

    /**
     * @param numbering of the channel
     * @param violations added to
     */
    public ChannelValidator(NumberingContext numbering, ContentViolations violations) {
        this.numbering = numbering;
        this.violations = violations;
    }

    public void validate(ChannelContent channel) {
        validateProvider(channel);
        violations.checkRequired("/kind", channel.kind());
        validateApp(channel);
        validateAddress(channel);
        violations.checkRequired("/label", channel.label());
        violations.checkName("/label", channel.label());
        violations.checkProse("/description", channel.description());
        violations.checkLine("/costNote", channel.costNote());
        violations.checkProse("/confidentiality", channel.confidentiality());
        violations.checkDistinct("/purposes", channel.purposes());
        violations.checkDistinct("/audiences", channel.audiences());
        violations.checkDistinct("/languages", channel.languages());
        ServedArea.validate("/areaServed", channel.areaServed(), violations);
        violations.checkRange("/rank", channel.rank(), 0, 1_000_000);
        violations.checkRange("/verifyEvery", channel.verifyEvery(), 1, MAX_VERIFICATION_INTERVAL_DAYS);
        validateValue(channel);
        CostValidator.validateAgreement(channel, violations);
        ChannelHoursValidator.validate(channel, violations);
        validateDays(channel);
        if (channel.purposes().isEmpty()) {
            violations.add("/purposes", "required");
        }
    }

    /** Only a channel of somebody else may have no unit. */
    private void validateProvider(ChannelContent channel) {
        ServiceProvider provider = channel.provider();
        if (provider == null) {
            violations.checkRequired("/unit", channel.unit());
        } else {
            provider.validate("/provider", violations);
        }
    }

    private void validateApp(ChannelContent channel) {
        if (channel.kind() == ChannelKind.MESSAGING) {
            violations.checkRequired("/app", channel.app());
        } else if (channel.kind() != null && channel.app() != null) {
            violations.add("/app", "only-for-messaging");
        }
    }

    /** A place or an address for post may be structured instead of one text. */
    private void validateAddress(ChannelContent channel) {
        PostalAddress address = channel.address();
        if (address == null) {
            violations.checkRequired("/value", channel.value());
        } else if (channel.kind() != null && !channel.kind().showsLocation()) {
            violations.add("/address", "only-for-places");
        } else {
            address.validate("/address", violations);
        }
    }

    private void validateValue(ChannelContent channel) {
        ChannelKind kind = channel.kind();
        String value = channel.value();
        boolean regionKnown =
                channel.region() == null || violations.parse("/region", numbering::requireKnownRegion) != null;
        boolean appMissing = kind == ChannelKind.MESSAGING && channel.app() == null;
        if (kind == null || value == null || !regionKnown || appMissing) {
            return;
        }
        ChannelAddress address =
                violations.parse("/value", () -> ChannelAddress.of(kind, channel.app(), value, numbering));
        if (address != null) {
            validateReach(channel, kind, address);
        }
        if (address != null && kind.isDialled()) {
            CostValidator.validateFree(channel, PhoneNumber.of(value, numbering).type(), value, violations);
        }
    }

    /** What is stated must not contradict the number. */
    private void validateReach(ChannelContent channel, ChannelKind kind, ChannelAddress address) {
        Boolean stated = channel.dialableFromAbroad();
        if (stated != null && !kind.isDialled()) {
            violations.add("/dialableFromAbroad", "only-for-numbers");
        } else if (Boolean.TRUE.equals(stated) && address.e164() == null) {
            violations.add("/dialableFromAbroad", "short-code-from-abroad", address.display());
        }
    }

    private void validateDays(ChannelContent channel) {
        LocalDate from = channel.availableFrom();
        LocalDate until = channel.availableUntil();
        LocalDate verified = channel.lastVerified();
        violations.checkDay("/availableFrom", from);
        violations.checkDay("/availableUntil", until);
        violations.checkDay("/lastVerified", verified);
        if (from != null && until != null && until.isBefore(from)) {
            violations.add("/availableUntil", "to-before-from");
        }
        if (verified == null && channel.verifyEvery() != null) {
            violations.add("/lastVerified", "required");
        }
    }
}
